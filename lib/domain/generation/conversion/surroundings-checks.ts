import type { Evidence } from "../../judgement.ts";
import * as remedies from "../../remedies/conversion.ts";
import { toldHostBuild } from "../evidence.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { type ConversionCheck, defineCheck } from "./check.ts";
import { gainsOfGeneration2, limitsReached } from "./gains.ts";

/** Windows 8.1 and Windows Server 2012 R2. */
const FIRST_HOST_BUILD = 9600;
const REPLICATED: ReadonlySet<string> = new Set(["Primary", "Replica", "TestReplica", "ExtendedReplica"]);

const relations = defineCheck({
  key: "G14",
  title: "Replication, cluster, backup and addresses",
  grounds: {
    alone: {
      status: "pass",
      summary:
        "The new VM gets a new id: its backups start over, and anything that identifies it by id or MAC must be updated.",
      decidedBy: "replicationMode",
    },
    replicated: {
      status: "caution",
      summary: "The VM is replicated: stop replication first, and set it up again for the new VM.",
      decidedBy: "replicationMode",
    },
    unread: {
      status: "unknown",
      summary: "Whether the VM is replicated could not be read.",
      decidedBy: "replicationMode",
    },
  },
  decide: ({ vm: { replicationMode } }) => {
    if (replicationMode === "None") return "alone";
    return replicationMode !== null && REPLICATED.has(replicationMode) ? "replicated" : "unread";
  },
  evidence: ({ vm }): Evidence[] => [
    { name: "replicationMode", value: vm.replicationMode },
    { name: "isClustered", value: vm.isClustered },
    {
      name: "adapters.staticMac",
      value: vm.adapters && vm.adapters.filter(({ dynamicMacAddress }) => dynamicMacAddress === false).length,
    },
    { name: "biosGuid", value: vm.biosGuid },
  ],
  remedies: ({ vm }, ground) => (ground === "replicated" ? [remedies.removeReplication(vm.id)] : []),
});

const host = defineCheck({
  key: "G15",
  title: "The host supports generation 2",
  grounds: {
    able: { status: "pass", summary: "The host supports generation 2 VMs.", decidedBy: "host.os.build" },
    "too-old": {
      status: "block",
      summary:
        "Generation 2 requires a host running Windows 8.1, Server 2012 R2 or later: move the VM first.",
      decidedBy: "host.os.build",
    },
    unread: { status: "unknown", summary: "The host's build could not be read.", decidedBy: "host.os.build" },
  },
  decide: ({ hostBuild }) => {
    if (hostBuild === null) return "unread";
    return hostBuild < FIRST_HOST_BUILD ? "too-old" : "able";
  },
  evidence: (scene) => [toldHostBuild(scene)],
});

const benefit = defineCheck({
  key: "G16",
  title: "What generation 2 would bring",
  grounds: {
    outgrown: {
      status: "pass",
      summary: "The VM has reached a generation 1 limit that generation 2 removes.",
      decidedBy: "limitsReached",
    },
    other: {
      status: "pass",
      summary: "Not urgent: generation 1 is supported, and the VM is within its limits.",
      decidedBy: "gains",
    },
  },
  decide: (scene) => (hasReachedLimit(scene) ? "outgrown" : "other"),
  evidence: (scene) => [
    { name: "gains", value: gainsOfGeneration2(scene).join(", ") },
    { name: "limitsReached", value: limitsReached(scene).join(", ") || "none" },
  ],
});

export const surroundingsChecks: Record<"G14" | "G15" | "G16", ConversionCheck> = {
  G14: relations,
  G15: host,
  G16: benefit,
};

function hasReachedLimit(scene: GenerationScene): boolean {
  return limitsReached(scene).length > 0;
}
