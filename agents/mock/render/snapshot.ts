import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { SendError } from "../agent/spool.ts";
import type { HostPlan } from "../fleet/host-plan.ts";
import { HOST_TEXTS } from "../fleet/host-texts.ts";
import type { HostWiring } from "../fleet/host-wiring.ts";
import { noise, Random } from "../random.ts";
import { renderAgent, renderHost } from "./host.ts";
import { renderNetwork } from "./host-network.ts";
import type { VmWire } from "./vm-services.ts";

/** The agent's stamp on a report: sequence and time. Times are Unix milliseconds of the host's clock. */
export interface ReportStamp {
  readonly snapshotId: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly collectedAtMs: number;
  readonly sentAtMs: number;
  readonly intervalSeconds: number;
  readonly spool: SnapshotV1["agent"]["spool"];
  readonly sendError: SendError | null;
}

/** Typical duration of a section, in milliseconds; for VMs it grows with their number. */
const SECTIONS = [
  { name: "host", usualMs: 140 },
  { name: "physicalAdapters", usualMs: 620 },
  { name: "switches", usualMs: 90 },
  { name: "hostAdapters", usualMs: 160 },
  { name: "teams", usualMs: 70 },
  { name: "smb", usualMs: 340 },
  { name: "vms", usualMs: 400 },
];
const VM_MS = 34;

/** Assembles a complete report from the VMs on the host. */
export function renderSnapshot(
  host: HostPlan,
  wiring: HostWiring,
  rendered: VmWire[],
  { stamp, tick, startMs }: { stamp: ReportStamp; tick: number; startMs: number },
): SnapshotV1 {
  const vms = withinFunctions(host, wiring, rendered);
  const skewMs = (host.traits.clockSkewSeconds ?? 0) * 1000;
  const collectedAtMs = stamp.collectedAtMs + skewMs;
  const snapshot: SnapshotV1 = {
    schemaVersion: 1,
    snapshotId: stamp.snapshotId,
    epoch: stamp.epoch,
    sequence: stamp.sequence,
    collectedAt: new Date(collectedAtMs).toISOString(),
    sentAt: new Date(stamp.sentAtMs + skewMs).toISOString(),
    agent: renderAgent(host, stamp),
    sections: [
      ...renderSections(host, vms.length, tick, collectedAtMs),
      ...renderSending(stamp.sendError, skewMs),
    ],
    host: renderHost(host, startMs),
    ...renderNetwork(host, wiring, countUse(wiring, vms)),
    vms,
  };
  if (host.traits.failedSection) snapshot[host.traits.failedSection] = null;
  if (host.traits.withoutRights) Object.assign(snapshot, UNREADABLE);
  return snapshot;
}

/** Data that an account without rights cannot read. Its VM list is empty, because `Get-VM` returns nothing and no error. */
const UNREADABLE = { switches: null, hostAdapters: null, smb: null };

/** Virtual functions are assigned in order; a VM that gets none reports this. */
function withinFunctions({ uplink }: HostPlan, wiring: HostWiring, vms: VmWire[]): VmWire[] {
  const most = uplink.adapter.virtualFunctions * uplink.ports;
  let given = 0;
  return vms.map((vm) => {
    const wanted = vm.adapters?.some(
      ({ switchId, iovUsage }) => switchId === wiring.mainSwitch.id && iovUsage,
    );
    if (!wanted) return vm;
    given += 1;
    if (given <= most) return vm;
    return {
      ...vm,
      operationalStatus: [...(vm.operationalStatus ?? []), "IovNoAvailResources"],
      adapters: (vm.adapters ?? []).map((adapter) => ({ ...adapter, ...NO_FUNCTION })),
    };
  });
}

const NO_FUNCTION = { iovUsage: 0, iovQueuePairsAssigned: 0, vfDataPathActive: false };

function countUse(wiring: HostWiring, vms: readonly VmWire[]) {
  let queues = 0;
  let virtualFunctions = 0;
  for (const vm of vms) {
    for (const adapter of vm.adapters ?? []) {
      if (adapter.switchId !== wiring.mainSwitch.id) continue;
      queues += adapter.vmqUsage ?? 0;
      virtualFunctions += adapter.iovUsage ?? 0;
    }
  }
  return { queues, virtualFunctions };
}

function renderSections(
  host: HostPlan,
  vmCount: number,
  tick: number,
  collectedAtMs: number,
): SnapshotV1["sections"] {
  const seed = new Random(host.seed, "sections").word();
  let endedAtMs = collectedAtMs;
  return SECTIONS.map(({ name, usualMs }, place) => {
    const wholeMs = usualMs + (name === "vms" ? vmCount * VM_MS : 0);
    const durationMs = Math.round(wholeMs * (0.8 + 0.5 * noise(seed, tick, place)));
    const isFailed =
      host.traits.failedSection === name || (host.traits.withoutRights === true && name in UNREADABLE);
    endedAtMs -= durationMs;
    return {
      name,
      status: isFailed ? ("failed" as const) : ("ok" as const),
      durationMs,
      collectedAt: new Date(endedAtMs).toISOString(),
      error: isFailed ? HOST_TEXTS[host.language].accessDenied : null,
    };
  });
}

/** As the agent for Windows reports it: no section if every attempt succeeded. */
function renderSending(sendError: SendError | null, skewMs: number): SnapshotV1["sections"] {
  if (sendError === null) return [];
  return [
    {
      name: "sending",
      status: sendError.isOver ? "ok" : "failed",
      durationMs: null,
      collectedAt: new Date(sendError.atMs + skewMs).toISOString(),
      error: sendError.text,
    },
  ];
}
