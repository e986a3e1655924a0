import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { HostPlan } from "../fleet/host-plan.ts";
import { HOST_TEXTS } from "../fleet/host-texts.ts";
import { Random } from "../random.ts";

const DAY_MS = 86_400_000;
const AGENT_VERSION = "1.0.0";

/** Windows and Hyper-V data of the host itself. */
export function renderHost(host: HostPlan, startMs: number): SnapshotV1["host"] {
  const { system, hardware, uplink, traits } = host;
  const random = new Random(host.seed, "host");
  const isReadable = !traits.withoutRights;
  const usesRdma = uplink.storage === "rdma";
  return {
    name: host.name,
    fqdn: host.fqdn,
    domain: host.site.domain,
    machineId: host.machineId,
    smbiosUuid: random.guid(),
    manufacturer: hardware.manufacturer,
    model: hardware.model,
    os: {
      caption: system.caption,
      version: system.version,
      build: system.build,
      ubr: system.ubr,
      productType: 3,
      sku: system.sku,
      bootedAt: new Date(
        Math.floor((startMs - host.bootedDaysAgo * DAY_MS) / 60_000) * 60_000 - random.int(0, 600) * 1000,
      ).toISOString(),
    },
    cluster: host.cluster && { name: host.cluster.name, nodes: [...host.cluster.nodes] },
    hardware: {
      processorName: hardware.processorName,
      cores: hardware.cores,
      logicalProcessors: hardware.logicalProcessors,
      memoryBytes: hardware.memoryBytes,
    },
    hyperv: isReadable
      ? {
          iovSupport: uplink.iovPlatform,
          iovSupportReasons: uplink.iovPlatform ? [] : [HOST_TEXTS[host.language].iovNeedsFirmware],
          enableEnhancedSessionMode: random.chance(0.2),
          numaSpanningEnabled: true,
          supportedVmVersions: [...system.vmVersions],
          virtualMachineMigrationEnabled: host.cluster !== null,
          virtualMachineMigrationPerformanceOption: usesRdma ? "SMB" : "Compression",
        }
      : null,
    offload: {
      receiveSideScaling: "Enabled",
      networkDirect: uplink.isOff === "network-direct" ? "Disabled" : "Enabled",
      networkDirectAcrossIPSubnets: "Blocked",
    },
    rights: { hyperv: isReadable, administrator: isReadable },
  };
}

/** The agent that collected the report. */
export function renderAgent(
  host: HostPlan,
  { intervalSeconds, spool }: Pick<SnapshotV1["agent"], "intervalSeconds" | "spool">,
): SnapshotV1["agent"] {
  return {
    instanceId: host.instanceId,
    version: AGENT_VERSION,
    kind: "mock",
    intervalSeconds,
    runtime: {
      psVersion: host.system.psVersion,
      hyperVModuleVersion: host.system.moduleVersion,
      languageMode: "FullLanguage",
      isElevated: !host.traits.withoutRights,
      uiCulture: HOST_TEXTS[host.language].uiCulture,
      account: host.traits.withoutRights ? "S-1-5-20" : "S-1-5-18",
    },
    spool,
  };
}

/** Body of the agent's enrolment request. */
export function renderEnrollment(host: HostPlan) {
  return {
    instanceId: host.instanceId,
    machineId: host.machineId,
    name: host.name,
    fqdn: host.fqdn,
    agentVersion: AGENT_VERSION,
  };
}
