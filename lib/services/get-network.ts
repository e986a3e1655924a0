import { readOpenFindingsOf } from "@/lib/data/read/findings.ts";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import {
  ACCELERATION_STATUSES,
  HOST_TECHNOLOGIES,
  VM_TECHNOLOGIES,
  type AccelerationStatus,
} from "@/lib/domain/words.ts";
import { fleetDirectory, type FleetDirectory, type FleetHost } from "./fleet-directory.ts";
import { hostAcceleration } from "./host-rows.ts";
import { funnelOf, type LadderSum, sumLadders } from "./network-ladders.ts";
import { rungInWords } from "./rung-words.ts";
import { technologyDrift } from "./technology-drift.ts";

const CACHE = Symbol.for("innkeeper.network");
const shared = globalThis as typeof globalThis & { [CACHE]?: { signature: string; view: NetworkView } };

const MAX_NAMED_HOSTS = 5;
const MAX_IDLE_HOSTS = 10;

/** The fleet's network, summed over the hosts' own counts; computed again when the fleet's version increases. */
export async function getNetwork(now: Date): Promise<NetworkView> {
  const directory = await fleetDirectory(now);
  const kept = shared[CACHE];
  if (kept?.signature === directory.signature) return kept.view;
  const reporting = directory.hosts.filter(({ id }) => !directory.silentHostIds.includes(id));
  const sums = sumLadders(reporting);
  const view: NetworkView = {
    hosts: directory.hosts
      .filter(({ freshness }) => freshness !== "retired")
      .map((host) => ({
        id: host.id,
        name: host.name,
        cluster: host.cluster,
        freshness: host.freshness,
        acceleration: hostAcceleration(host),
        vms: reporting.includes(host) ? host.counts.acceleration : {},
        adapters: host.counts.network?.adapters ?? "",
      })),
    technologies: VM_TECHNOLOGIES.map((technology) => ({
      technology,
      vms: sumWords(reporting.map(({ counts }) => counts.acceleration[technology] ?? {})),
    })),
    hostTechnologies: HOST_TECHNOLOGIES.map((technology) => ({
      technology,
      hosts: sumWords(
        reporting.flatMap(({ counts }) => {
          const status = counts.network?.acceleration[technology];
          return status ? [{ [status]: 1 }] : [];
        }),
      ),
    })),
    funnel: VM_TECHNOLOGIES.map((technology) => funnelOf(technology, sums)),
    brokenRungs: brokenRungs(sums),
    idle: idleOf(reporting),
    drift: await driftOf(directory, reporting),
  };
  shared[CACHE] = { signature: directory.signature, view };
  return view;
}

function sumWords(counts: readonly Partial<Record<AccelerationStatus, number>>[]) {
  const words: Partial<Record<AccelerationStatus, number>> = {};
  for (const status of ACCELERATION_STATUSES) {
    const count = counts.reduce((sum, each) => sum + (each[status] ?? 0), 0);
    if (count > 0) words[status] = count;
  }
  return words;
}

function brokenRungs(sums: readonly LadderSum<FleetHost>[]): NetworkView["brokenRungs"] {
  return sums
    .flatMap(({ side, technology, status, rung, adapters, vms, hosts }) => {
      if (rung === null || status === "active") return [];
      const named = hosts.toSorted((left, right) => right.vms - left.vms || right.adapters - left.adapters);
      return [
        {
          side,
          technology,
          rung,
          ...rungInWords(side, technology, rung),
          status,
          vms,
          adapters,
          hostCount: hosts.length,
          hosts: named.slice(0, MAX_NAMED_HOSTS).map(({ host: { id, name } }) => ({ id, name })),
        },
      ];
    })
    .toSorted(
      (left, right) =>
        right.vms - left.vms ||
        Number(right.status === "configured") - Number(left.status === "configured") ||
        right.adapters - left.adapters ||
        (left.rung < right.rung ? -1 : 1),
    );
}

const IDLE_KINDS = ["virtual-functions", "queues", "rdma-ports"] as const;

function idleOf(hosts: readonly FleetHost[]): NetworkView["idle"] {
  return IDLE_KINDS.map((kind) => {
    const told = hosts.flatMap(({ id, name, counts }) => {
      const idle = counts.network?.idle[kind];
      return idle ? [{ id, name, present: idle.present, used: idle.used, unread: idle.unread ?? 0 }] : [];
    });
    return {
      kind,
      present: told.reduce((sum, { present }) => sum + present, 0),
      used: told.reduce((sum, { used }) => sum + used, 0),
      unreadPorts: told.reduce((sum, { unread }) => sum + unread, 0),
      hosts: told
        .filter(({ present, used }) => used < present)
        .toSorted((left, right) => right.present - right.used - (left.present - left.used))
        .slice(0, MAX_IDLE_HOSTS)
        .map(({ unread: _unread, ...host }) => host),
    };
  });
}

/** Drift findings about cluster switches, and technologies that only some nodes have. */
async function driftOf(
  { byId, silentHostIds }: FleetDirectory,
  reporting: readonly FleetHost[],
): Promise<NetworkView["drift"]> {
  const drift = new Map<string, NetworkView["drift"][number]>();
  for (const finding of await readOpenFindingsOf("cluster.switch-drift", silentHostIds)) {
    const host = byId.get(finding.hostId);
    if (!host?.cluster) continue;
    const name = finding.evidence.find((each) => each.name === "switch.name")?.value;
    const subject = typeof name === "string" ? name : "RDMA";
    const key = `${host.cluster} ${subject}`;
    const known = drift.get(key);
    if (known) known.hosts.push({ id: host.id, name: host.name });
    else
      drift.set(key, {
        cluster: host.cluster,
        kind: "switch",
        rule: finding.rule,
        severity: finding.severity,
        subject,
        summary: finding.summary,
        hosts: [{ id: host.id, name: host.name }],
      });
  }
  return [...drift.values(), ...technologyDriftInWords(reporting)].toSorted((left, right) =>
    left.cluster === right.cluster
      ? left.subject < right.subject
        ? -1
        : 1
      : left.cluster < right.cluster
        ? -1
        : 1,
  );
}

function technologyDriftInWords(hosts: readonly FleetHost[]): NetworkView["drift"] {
  return technologyDrift(hosts).map(({ cluster, technology, able, others }) => ({
    cluster,
    kind: "technology",
    rule: null,
    severity: null,
    subject: technology,
    summary: `${able.length} of ${able.length + others.length} cluster nodes have it, ${others.length} ${others.length === 1 ? "does" : "do"} not.`,
    hosts: others.map(({ id, name }) => ({ id, name })),
  }));
}
