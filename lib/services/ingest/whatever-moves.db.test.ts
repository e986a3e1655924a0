import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { getDatabase } from "@/lib/data/database.ts";
import { readKnownVms } from "@/lib/data/ingest/vm-state.ts";
import { tornRows } from "@/lib/data/testing/stored-rows.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { getFleet } from "../get-fleet.ts";
import { getVm } from "../get-vm.ts";
import { getVmHistory } from "../get-vm-history.ts";
import { listChanges } from "../list-changes.ts";
import { listVms } from "../list-vms.ts";
import { sweepSilence } from "../sweep-silence.ts";
import { knownHosts } from "./known-hosts.ts";
import { choices } from "../testing/choices.ts";
import { enrolTestHost, type TestHost } from "../testing/test-host.ts";

useTestDatabase();

const RENAMED = / once \d+/g;
const START = Date.parse("2026-11-24T12:00:00Z");
const at = (minute: number) => new Date(START + minute * 60_000);
const HOSTS = 3;
const VMS = 4;
const STEPS = 72;

/** One host's state of one VM; `null` if it does not have the VM. */
interface Copy {
  state: "Running" | "Off" | "Saved";
  heartbeat: number;
  replicationMode: "None" | "Replica" | null;
  name: string;
  iovWeight: number;
  uptimeSeconds: number;
}

interface House {
  host: TestHost;
  name: string;
  cluster: string | null;
  copies: (Copy | null)[];
}

const WELL: Copy = {
  state: "Running",
  heartbeat: 2,
  replicationMode: "None",
  name: "a VM",
  iovWeight: 0,
  uptimeSeconds: 90_000,
};

function say({ name, cluster, copies }: House, ids: readonly string[], section: "ok" | "partial" | "failed") {
  return (snapshot: SnapshotV1) => {
    const [example] = snapshot.vms ?? [];
    if (!example) throw new Error("The example has a VM.");
    snapshot.host.name = name;
    snapshot.host.cluster = cluster === null ? null : { name: cluster, nodes: null };
    for (const each of snapshot.switches ?? []) each.iovEnabled = false;
    for (const each of snapshot.sections) if (each.name === "vms") each.status = section;
    snapshot.vms =
      section === "failed"
        ? null
        : copies.flatMap((copy, index) => (copy === null ? [] : [render(example, ids[index] ?? "", copy)]));
  };
}

type Vm = NonNullable<SnapshotV1["vms"]>[number];

function render(example: Vm, id: string, { heartbeat, iovWeight, ...copy }: Copy): Vm {
  return {
    ...structuredClone(example),
    ...copy,
    id,
    adapters: (example.adapters ?? []).map((adapter) => ({
      ...adapter,
      iovWeight,
      iovUsage: 0,
      iovQueuePairsAssigned: 0,
      vfDataPathActive: false,
    })),
    integrationServices: (example.integrationServices ?? []).map((row) => ({
      ...row,
      primaryStatus: copy.state === "Running" ? heartbeat : null,
      secondaryStatus: null,
    })),
  };
}

async function world(seed: number) {
  const choose = choices(seed);
  const houses: House[] = [];
  for (let index = 0; index < HOSTS; index += 1) {
    const host = await enrolTestHost({ now: at(0) });
    houses.push({
      host,
      name: `HV-${seed}-${index}`,
      cluster: null,
      copies: Array.from({ length: VMS }, () => null),
    });
  }
  const ids = Array.from({ length: VMS }, () => randomUUID());
  const some = <T>(list: readonly T[]): T => {
    const one = list[choose(list.length)];
    if (one === undefined) throw new Error("unreachable: nothing to choose from");
    return one;
  };
  for (let index = 0; index < VMS; index += 1) some(houses).copies[index] = { ...WELL };
  let renamed = 0;
  const migrate = (from: House, to: House, vm: number) => {
    to.copies[vm] = from.copies[vm] ?? to.copies[vm] ?? null;
    if (to !== from) from.copies[vm] = null;
  };
  const EVENTS: readonly ((from: House, to: House, vm: number) => void)[] = [
    // A live migration, complete or in progress; a leftover copy; an imported VM; a deleted VM.
    migrate,
    migrate,
    (from, to, vm) => {
      const copy = from.copies[vm];
      if (copy)
        to.copies[vm] = { ...copy, state: some(["Running", "Off"] as const), heartbeat: some([2, 13]) };
    },
    (from, _to, vm) => {
      from.copies[vm] = null;
    },
    (_from, to, vm) => {
      to.copies[vm] ??= { ...WELL };
    },
    (from, _to, vm) => change(from, vm, { state: some(["Running", "Off", "Saved"] as const) }),
    (from, _to, vm) => change(from, vm, { heartbeat: some([2, 2, 13]) }),
    (from, _to, vm) => change(from, vm, { iovWeight: some([0, 100]) }),
    (from, _to, vm) => change(from, vm, { uptimeSeconds: 20 }),
    // A failover, planned or incomplete; a mode that cannot be read.
    (from, _to, vm) => change(from, vm, { replicationMode: some(["None", "Replica", null] as const) }),
    (from, _to, vm) => {
      renamed += 1;
      change(from, vm, { name: `renamed ${renamed}` });
    },
    (from) => {
      from.cluster = from.cluster === null ? `CL-${seed}` : null;
    },
    (from) => {
      renamed += 1;
      from.name = `${from.name.replace(RENAMED, "")} once ${renamed}`;
    },
  ];
  function change(house: House, vm: number, what: Partial<Copy>): void {
    const copy = house.copies[vm];
    if (copy) house.copies[vm] = { ...copy, ...what };
  }
  return { choose, some, houses, ids, EVENTS };
}

/** Leftover observations by hosts that no longer list VMs which are elsewhere. */
async function leftovers(): Promise<string[]> {
  const { rows } = await getDatabase().pool.query<{ row: string }>(
    `SELECT o.id::text AS row FROM vm_observations o
      WHERE o.missing_reports > 0 AND NOT EXISTS (SELECT FROM vms v WHERE v.host_id = o.host_id AND v.id = o.id)`,
  );
  return rows.map(({ row }) => row);
}

/** Differences between cached and stored state for the VMs of the host that has just reported. */
async function misremembered(hostId: string): Promise<string[]> {
  const remembered = knownHosts.recall(hostId);
  if (!remembered) return [];
  const client = await getDatabase().pool.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      "SELECT version FROM fleet_versions WHERE host_id = $1",
      [hostId],
    );
    const stored = await readKnownVms(client, hostId);
    const told = new Map(remembered.vms.map((vm) => [vm.id, vm]));
    return [
      ...(rows[0]?.version === remembered.version ? [] : [`version ${remembered.version} is remembered`]),
      ...(told.size === stored.length ? [] : [`${told.size} of ${stored.length} VMs are cached`]),
      ...stored.flatMap((vm) =>
        isDeepStrictEqual(vm, told.get(vm.id))
          ? []
          : [`${vm.id} is cached with a different state than stored`],
      ),
    ];
  } finally {
    client.release();
  }
}

test("whatever moves, is renamed, copied, lost or unread, the results are consistent", async () => {
  const seed = 5;
  const { choose, some, houses, ids, EVENTS } = await world(seed);
  let minute = 0;
  let remembered = 0;
  let house = some(houses);
  for (let step = 0; step < STEPS; step += 1) {
    // One host often reports several times before the others do.
    if (choose(3) > 0) house = some(houses);
    if (choose(2) === 0) some(EVENTS)(choose(2) === 0 ? house : some(houses), some(houses), choose(VMS));
    minute += choose(25) === 0 ? 30 : 1;
    if (choose(4) === 0) await sweepSilence(at(minute));
    const section = choose(12) === 0 ? "partial" : choose(16) === 0 ? "failed" : "ok";
    if (section === "partial" && choose(2) === 0) {
      const whole = house.copies;
      house.copies = whole.map((copy) => (choose(2) === 0 ? null : copy));
      await house.host.post(say(house, ids, section), at(minute));
      house.copies = whole;
    } else await house.host.post(say(house, ids, section), at(minute));
    const isLookedAtWhole = step % 12 === 11;
    remembered += knownHosts.recall(house.host.hostId) === null ? 0 : 1;
    const wrong = [
      ...(await tornRows()),
      ...(await leftovers()),
      ...(await misremembered(house.host.hostId)),
      ...(await untrueWords(ids, at(minute))),
    ];
    if (isLookedAtWhole) {
      wrong.push(...(await otherWordsOfTheWhole(houses, ids, minute)));
      minute += ROUNDS;
    }
    expect({ step, wrong }).toEqual({ step, wrong: [] });
  }
  expect(remembered).toBeGreaterThan(STEPS / 6);
});

const ROUNDS = 3;

/** Re-evaluating skipped VMs changes nothing, once every host has reported its current state twice. */
async function otherWordsOfTheWhole(
  houses: readonly House[],
  ids: readonly string[],
  minute: number,
): Promise<string[]> {
  const wrong: string[] = [];
  // Each host in a conflict reports the VM's state there every time.
  const isDisputed = ids.some((_, vm) => houses.filter(({ copies }) => copies[vm]).length > 1);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const house of houses) {
      const { hostId } = house.host;
      if (round === ROUNDS)
        await getDatabase().pool.query("UPDATE host_reports SET ground = NULL WHERE host_id = $1", [hostId]);
      const stored = await house.host.post(say(house, ids, "ok"), at(minute + round));
      if (stored.kind !== "stored") wrong.push(`${house.name}: ${stored.kind}`);
      else if (round === ROUNDS && !isDisputed && stored.changes > 0)
        wrong.push(`${house.name}: ${stored.changes} changes`);
    }
  }
  return wrong;
}

/** Contradictions in the API's answers about these VMs and the fleet. */
async function untrueWords(ids: readonly string[], now: Date): Promise<string[]> {
  const listed = (await listVms({ limit: 500 }, now)).items;
  const gone = (await listVms({ gone: true, limit: 500 }, now)).items;
  const wrong: string[] = [];
  for (const { id, vmId } of [...listed, ...gone]) {
    if (!ids.includes(vmId)) continue;
    const { hosts } = (await getVm(id, now)).placement;
    if (hosts.filter(({ isCurrent }) => isCurrent).length !== 1) wrong.push(`${id} has not one place`);
    if (new Set(hosts.map((host) => host.id)).size !== hosts.length) wrong.push(`${id} has a place twice`);
    wrong.push(...(await tornChains(id, now)), ...(await tornLanes(id, now)));
  }
  const { health } = await getFleet(now);
  for (const word of ["healthy", "warning", "critical", "unknown", "inactive"] as const) {
    const count = listed.filter((row) => row.health === word).length;
    if (health[word] !== count)
      wrong.push(`${health[word]} VMs are counted as ${word}, and ${count} are listed`);
  }
  return wrong;
}

const CHAINS = [
  ["placement", "host"],
  ["health", "health"],
  ["state", "state"],
  ["service", "heartbeat"],
] as const;

/** Each log entry starts from the value that the previous one ended with. */
async function tornChains(id: string, now: Date): Promise<string[]> {
  const { items } = await listChanges({ vm: [id], since: "0-0", limit: 500 }, now);
  return CHAINS.flatMap(([kind, field]) => {
    const entries = items.filter((entry) => entry.kind === kind && entry.field === field);
    return entries.slice(1).flatMap((entry, index) => {
      // A host is logged with its name at that time.
      const [then, now] = [entries[index]?.to, entry.from].map((word) => word?.replace(RENAMED, "") ?? null);
      return then === now ? [] : [`${field} of ${id} was ${then}, and then ${now}`];
    });
  });
}

async function tornLanes(id: string, now: Date): Promise<string[]> {
  const { lanes } = await getVmHistory(id, {}, now);
  return lanes.flatMap(({ key, spans }) =>
    spans.flatMap(({ from, to }, index) =>
      from >= to || (spans[index - 1]?.to ?? "") > from ? [`${key} of ${id} is torn at ${from}`] : [],
    ),
  );
}
