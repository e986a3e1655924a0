import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { validExamples } from "@/agents/contract/examples.ts";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import { SERVICE_KEYS } from "@/lib/domain/words.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { createEnrolmentKey } from "@/lib/services/tokens/create-enrolment-key.ts";
import { enrolOnTheWire, postJson } from "./testing/agent-on-the-wire.ts";
import { withTestServer } from "./testing/test-server.ts";

// Two recorded hosts that were not invented for these rules. The expected results were derived from the Hyper-V
// documentation and the contract, service by service, before running the product.

const server = withTestServer();
let reader = "";

const vmView = z.object({
  name: z.string(),
  health: z.string(),
  services: z.array(z.object({ key: z.string(), status: z.string() })),
  findings: z.array(z.object({ rule: z.string(), severity: z.string() })),
});

interface Expected {
  id: string;
  name: string;
  health: string;
  /**
   * In the order of the service keys: heartbeat, shutdown, time-sync, data-exchange, vss, guest-services,
   * powershell-direct.
   */
  services: string;
  findings: string[];
}

const OFF = Array.from(SERVICE_KEYS, () => "not-applicable").join(" ");

const RAW_HOST: Expected[] = [
  {
    // Windows Server 2022 on 2022, everything responds; guest services are off by default.
    id: "5f0c1a9e-2f5b-4c8e-9b3a-0a1b2c3d4e01",
    name: "win-app01",
    health: "healthy",
    services: "healthy healthy healthy healthy healthy disabled healthy",
    findings: [],
  },
  {
    // An unknown guest: data exchange and guest services do not respond, which is only info. VSS works with an older
    // protocol. Whether PowerShell Direct could work is unknown. Version 8.0 on a host that lists 10.0.
    id: "5f0c1a9e-2f5b-4c8e-9b3a-0a1b2c3d4e02",
    name: "lnx-db01",
    health: "healthy",
    services: "healthy healthy disabled failed healthy failed unknown",
    findings: [
      "is.data-exchange info",
      "is.guest-services info",
      "is.time-sync info",
      "vm.configuration-version info",
    ],
  },
  {
    id: "5f0c1a9e-2f5b-4c8e-9b3a-0a1b2c3d4e03",
    name: "win-tmpl01",
    health: "inactive",
    services: OFF,
    findings: ["vm.configuration-version info"],
  },
];

const off = (place: number, name: string): Expected => ({
  id: `c0000000-0000-4000-8000-00000000000${place}`,
  name,
  health: "inactive",
  services: OFF,
  findings: [],
});

const CAPTURE: Expected[] = [
  off(1, "VSERVER01"),
  off(2, "VSERVER02"),
  off(3, "VSERVER03"),
  off(4, "VSERVER04"),
  {
    // A disabled service reports OK but counts as disabled. Its guest, version and uptime were not recorded.
    id: "c0000000-0000-4000-8000-000000000005",
    name: "VSERVER05",
    health: "healthy",
    services: "healthy healthy disabled healthy disabled disabled unknown",
    findings: ["is.time-sync info", "is.vss info"],
  },
  off(6, "VSERVER06"),
  {
    // The heartbeat reports Error with secondary status OK: a warning, not critical.
    id: "c0000000-0000-4000-8000-000000000007",
    name: "VSERVER07",
    health: "warning",
    services: "failed healthy disabled healthy disabled disabled unknown",
    findings: ["is.heartbeat warning", "is.time-sync info", "is.vss info"],
  },
  // The other VM with the same name.
  off(8, "VSERVER07"),
  off(9, "VSERVER08"),
];

beforeAll(async () => {
  ({ token: reader } = await createApiToken({ name: "reader", role: "viewer" }));
});

/** Posts a host's example as its agent would have at the time of recording, and returns its id. */
async function post(name: string): Promise<string> {
  const example = validExamples().find((one) => one.name === name);
  const parsed = parseSnapshotJson(example?.bytes ?? "");
  if (!parsed.ok) throw new Error(`${name} is no valid example.`);
  const { agent, host } = parsed.snapshot;
  const { key } = await createEnrolmentKey({ name, tags: [], uses: 1, expiresAt: null });
  const { token, hostId } = await enrolOnTheWire(server.url, key, {
    instanceId: agent.instanceId,
    machineId: host.machineId,
    name: host.name,
  });
  const now = new Date().toISOString();
  const stored = await postJson(
    `${server.url}/api/v1/snapshots`,
    { ...parsed.snapshot, collectedAt: now, sentAt: now },
    { authorization: `Bearer ${token}` },
  );
  expect(stored.status).toBe(201);
  return hostId;
}

async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${reader}` } });
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

/** Rules about services, states and placement; generations and network adapters are tested elsewhere. */
const isJudgedHere = ({ rule }: { rule: string }) =>
  rule.startsWith("is.") || (rule.startsWith("vm.") && !["vm.secure-boot", "vm.vtpm"].includes(rule));
const told = ({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`;

describe.each([
  { example: "raw-host-hv-syn-01", vms: RAW_HOST },
  { example: "real-server-2022-nine-vms-two-of-one-name", vms: CAPTURE },
])("$example", ({ example, vms }) => {
  let hostId = "";
  beforeAll(async () => {
    hostId = await post(example);
  });

  test.each(vms)("$name ($id) is evaluated service by service", async ({ id, ...expected }) => {
    const { name, health, services, findings } = await read(`/api/v1/vms/${id}`, vmView);
    expect(services.map(({ key }) => key)).toEqual([...SERVICE_KEYS]);
    expect({
      name,
      health,
      services: services.map(({ status }) => status).join(" "),
      findings: findings.filter(isJudgedHere).map(told).toSorted(),
    }).toEqual(expected);
  });

  test("the host itself has no findings, and has exactly these VMs", async () => {
    const host = await read(
      `/api/v1/hosts/${hostId}`,
      z.object({ vms: z.number(), findings: vmView.shape.findings }),
    );
    expect(host.vms).toBe(vms.length);
    const own = ["host.stale", "host.agent-rights", "host.clock-skew", "host.sections-failed"];
    expect(host.findings.map(({ rule }) => rule).filter((rule) => own.includes(rule))).toEqual([]);
  });
});
