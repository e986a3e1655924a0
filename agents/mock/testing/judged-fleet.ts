import { snapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { newestCommonVmVersion } from "@/lib/domain/common-vm-version.ts";
import { defaultPolicy } from "@/lib/domain/default-policy.ts";
import type { SnapshotFacts } from "@/lib/domain/facts.ts";
import { openChecks } from "@/lib/domain/generation/conversion.ts";
import { judgeVm } from "@/lib/domain/judge-vm.ts";
import type { VmJudgement, VmMemory } from "@/lib/domain/judgement.ts";
import { judgeHostNetwork, type HostNetworkJudgement } from "@/lib/domain/network/host/judge-host-network.ts";
import { networkScene } from "@/lib/domain/network/path.ts";
import { judgeSwitchDrift, type SwitchDrift } from "@/lib/domain/network/switch-drift.ts";
import { judgeVmNetwork, type VmNetworkJudgement } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { vmScene } from "@/lib/domain/vm/vm-scene.ts";
import type { RuleId } from "@/lib/domain/words.ts";
import type { Fleet, FleetHost } from "../fleet.ts";
import type { VmWire } from "./fleet-of.ts";

export interface JudgedVm {
  vm: VmWire;
  host: FleetHost;
  judgement: VmJudgement;
  network: VmNetworkJudgement;
  checks: readonly string[];
}

export interface JudgedHost {
  host: FleetHost;
  snapshot: SnapshotFacts;
  vms: JudgedVm[];
  network: HostNetworkJudgement;
}

/** After the ten minutes of grace for a guest that was just started. */
const SETTLED_TICK = 15;
const NO_MEMORY: VmMemory = { guest: null, operationalStatusSince: {}, stateSince: null };

/** A fleet at one time, evaluated with the server's own rules. */
export function judgedFleet(fleet: Fleet, tick = SETTLED_TICK): JudgedHost[] {
  return fleet.hosts.map((host) => judgedHost(host, tick));
}

function judgedHost(host: FleetHost, tick: number): JudgedHost {
  const snapshot: SnapshotFacts = snapshotV1.parse(host.snapshotAt(tick));
  const network = networkScene(snapshot);
  const vms = (snapshot.vms ?? []).map((vm): JudgedVm => {
    const input = {
      vm,
      host: snapshot.host,
      memory: NO_MEMORY,
      placement: { conflict: null, hosts: [] },
      newestCommonVmVersion: newestCommonVmVersion([snapshot.host.hyperv?.supportedVmVersions ?? null]),
      policy: defaultPolicy,
      observedAt: snapshot.collectedAt,
    };
    const judgement = judgeVm(input);
    const scene = vmScene(input, judgement.memory);
    return { vm, host, judgement, network: judgeVmNetwork(scene, network), checks: openChecks(scene) };
  });
  return {
    host,
    snapshot,
    vms,
    network: judgeHostNetwork({ network, vms: vms.map(({ vm, network: judged }) => ({ vm, ...judged })) }),
  };
}

/** The differences within each cluster of an evaluated fleet. */
export function driftOf(hosts: readonly JudgedHost[]): Map<string, SwitchDrift[]> {
  const clusters = new Map<string, JudgedHost[]>();
  for (const host of hosts) {
    const cluster = host.snapshot.host.cluster?.name;
    if (cluster) clusters.set(cluster, [...(clusters.get(cluster) ?? []), host]);
  }
  return new Map(
    [...clusters].map(([cluster, nodes]) => [
      cluster,
      judgeSwitchDrift(
        nodes.map(({ host, snapshot }) => ({
          hostId: host.name,
          hostName: host.name,
          isFresh: true,
          switches: snapshot.switches,
          physicalAdapters: snapshot.physicalAdapters,
        })),
      ),
    ]),
  );
}

/** `<technology> <status>[ <broken rung>]` of each adapter of each VM, with counts. */
export function vmLadders(hosts: readonly JudgedHost[]): Map<string, number> {
  return countOf(hosts.flatMap(({ vms }) => vms.flatMap(({ network }) => network.ladders.map(toWords))));
}

/** The same for the hosts' own adapters. */
export function hostLadders(hosts: readonly JudgedHost[]): Map<string, number> {
  return countOf(hosts.flatMap(({ network }) => network.ladders.map(toWords)));
}

/** `<severity> <rule>` of all findings, of VMs and hosts. */
export function findings(hosts: readonly JudgedHost[]): Map<string, number> {
  return countOf(
    hosts.flatMap(({ vms, network }) => [
      ...vms.flatMap(({ judgement, network: judged }) => [
        ...judgement.outcomes.flatMap(toFinding),
        ...judged.outcomes.flatMap(toFinding),
      ]),
      ...network.outcomes.flatMap(toFinding),
    ]),
  );
}

function toFinding({ rule, outcome }: { rule: RuleId; outcome: VmJudgement["outcomes"][number]["outcome"] }) {
  return outcome.status === "finding" ? [`${outcome.severity} ${rule}`] : [];
}

function toWords({
  technology,
  status,
  brokenRung,
}: {
  technology: string;
  status: string;
  brokenRung: string | null;
}): string {
  return brokenRung === null ? `${technology} ${status}` : `${technology} ${status} ${brokenRung}`;
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words.toSorted()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
