import { getDatabase } from "@/lib/data/database.ts";
import { readCurrentVmsOf } from "@/lib/data/ingest/vm-state.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { choices } from "./choices.ts";
import type { TestHost } from "./test-host.ts";

export const START = Date.parse("2026-11-24T12:00:00Z");
const HEARTBEAT = "84eaae65-2f2e-45f5-9bb5-0e857dc8eb47";
export const VMS = 6;

type Vm = NonNullable<SnapshotV1["vms"]>[number];
/** Properties of a VM in the history; the same for both twins. */
interface Condition {
  heartbeat: number | null;
  state: string;
  uptimeSeconds: number;
  operationalStatus: string[];
  notes: string;
  name: string;
  /** Requests SR-IOV, which the host's switch does not provide. */
  iovWeight: number;
}

const EVENTS: readonly ((vm: Condition) => void)[] = [
  (vm) => Object.assign(vm, { heartbeat: vm.heartbeat === 2 ? 13 : 2 }),
  // A restart that is visible only in the uptime.
  (vm) => Object.assign(vm, { uptimeSeconds: 30, state: "Running" }),
  (vm) => Object.assign(vm, { state: vm.state === "Off" ? "Running" : "Off", uptimeSeconds: 0 }),
  (vm) => Object.assign(vm, { operationalStatus: ["Ok", "BackingUpVirtualMachine"] }),
  (vm) => Object.assign(vm, { operationalStatus: ["Ok"] }),
  (vm) => Object.assign(vm, { notes: vm.notes === "#prod" ? "#prod #sql" : "#prod" }),
  (vm) => Object.assign(vm, { heartbeat: null }),
  (vm) => Object.assign(vm, { iovWeight: vm.iovWeight === 0 ? 100 : 0 }),
  (vm) => Object.assign(vm, { name: vm.name === "a VM" ? "another VM" : "a VM" }),
];

function render(example: Vm, id: string, condition: Condition): Vm {
  const { heartbeat, iovWeight, ...rest } = condition;
  const isOff = condition.state === "Off";
  return {
    ...structuredClone(example),
    ...rest,
    id,
    adapters: (example.adapters ?? []).map((adapter) => ({
      ...adapter,
      iovWeight,
      iovUsage: 0,
      iovQueuePairsAssigned: 0,
      vfDataPathActive: false,
    })),
    integrationServices: (example.integrationServices ?? []).map((row) => {
      const component = row.id.slice(row.id.indexOf("\\") + 1);
      const isHeartbeat = component.toLowerCase().startsWith(HEARTBEAT);
      const primaryStatus = isOff ? null : isHeartbeat ? heartbeat : 2;
      return { ...row, id: `Microsoft:${id}\\${component}`, primaryStatus, secondaryStatus: null };
    }),
  };
}

export interface Step {
  conditions: Condition[];
  listed: boolean[];
  vmsSection: "ok" | "partial" | "failed";
  build: number;
}

/** Events of the VMs of one host, the same at every call: occasionally a VM changes, is missing or could not be read. */
export function vmHistory(reports: number): Step[] {
  const choose = choices(7);
  const conditions = Array.from({ length: VMS }, (): Condition => {
    return {
      heartbeat: 2,
      state: "Running",
      uptimeSeconds: 90_000,
      operationalStatus: ["Ok"],
      notes: "#prod",
      name: "a VM",
      iovWeight: 0,
    };
  });
  let build = 20_348;
  return Array.from({ length: reports }, () => {
    for (const vm of conditions) vm.uptimeSeconds += vm.state === "Off" ? 0 : 120;
    // Most reports are the same as the previous one.
    const vm = conditions[choose(VMS)];
    if (choose(3) === 0 && vm) EVENTS[choose(EVENTS.length)]?.(vm);
    if (choose(15) === 0) build = build === 20_348 ? 17_763 : 20_348;
    const vmsSection = choose(12) === 0 ? "partial" : choose(20) === 0 ? "failed" : "ok";
    const listed = conditions.map(() => choose(vmsSection === "partial" ? 2 : 25) > 0);
    return { conditions: structuredClone(conditions), listed, vmsSection, build };
  });
}

/** One step for the VMs with these ids, as a report of the host. */
export async function postStep(host: TestHost, ids: readonly string[], step: Step, at: Date) {
  return host.post((snapshot) => {
    const [example] = snapshot.vms ?? [];
    if (!example) throw new Error("The example has a VM.");
    snapshot.sections = [
      { name: "vms", status: step.vmsSection, durationMs: 1, collectedAt: null, error: null },
    ];
    if (snapshot.host.os) snapshot.host.os.build = step.build;
    for (const each of snapshot.switches ?? []) Object.assign(each, { iovEnabled: false });
    snapshot.vms =
      step.vmsSection === "failed"
        ? null
        : step.conditions.flatMap((condition, index) =>
            step.listed[index] === true ? [render(example, ids[index] ?? "", condition)] : [],
          );
  }, at);
}

/** Everything stored about a host's VMs, without ids and with the VMs in the order of the history. */
export async function told(host: TestHost, ids: readonly string[]) {
  const rows = await inTransaction((client) => readCurrentVmsOf(client, host.hostId, "all"));
  const findings = await getDatabase().pool.query<{ subject_id: string; said: string }>(
    `SELECT subject_id, concat_ws(' ', rule, severity, opened_at, confirmed_at, frozen_at, resolved_at, resolution) AS said
       FROM findings WHERE host_id = $1 ORDER BY opened_at, said`,
    [host.hostId],
  );
  return ids.map((id) => {
    const row = rows.find((each) => each.id === id);
    return {
      ...row,
      id: "",
      vmId: "",
      hostId: "",
      searchText: "",
      verdictHash: "",
      findings: findings.rows.filter((each) => each.subject_id === id).map(({ said }) => said),
    };
  });
}

/** The host's own findings, with the positions of the VMs that they name. */
export async function toldOfHost(host: TestHost, ids: readonly string[]) {
  const { rows } = await getDatabase().pool.query<{ said: string; touched_ids: string[] }>(
    `SELECT concat_ws(' ', rule, severity, summary, opened_at, confirmed_at, frozen_at, resolved_at, resolution) AS said,
            touched_ids
       FROM findings WHERE host_id = $1 AND subject_id IS NULL ORDER BY opened_at, said`,
    [host.hostId],
  );
  return rows.map(({ said, touched_ids: touched }) => ({
    said,
    touched: touched.map((id) => ids.indexOf(id)).toSorted((left, right) => left - right),
  }));
}
