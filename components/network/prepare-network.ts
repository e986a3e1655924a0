import { TECHNOLOGY_LABELS } from "@/components/acceleration/technology-words.ts";
import type { NetworkView } from "@/lib/contract/api/network.ts";
import { STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { guideHref } from "@/lib/format/guide-href.ts";
import { vmsHref } from "./vms-href.ts";

type Host = NetworkView["hosts"][number];
type HostTechnology = NetworkView["hostTechnologies"][number]["technology"];
type VmTechnology = NetworkView["technologies"][number]["technology"];
type Status = NonNullable<Host["acceleration"][HostTechnology]>;

export interface HostCell {
  technology: HostTechnology;
  /** `unknown` for a host that is silent or has no verdict yet. */
  status: Status;
  /** Its own cluster has it elsewhere, or it is configured without effect: it should stand out. */
  isMarked: boolean;
}

export interface VmCell {
  technology: VmTechnology;
  /** VMs in which it is in effect. */
  active: number;
  /** VMs that have it configured, but not in effect. */
  inVain: number;
  /** In words, for screen readers. */
  said: string;
  /** The VMs behind the larger of the two, or `null` if there are none. */
  href: string | null;
}

export interface HostLine {
  id: string;
  name: string;
  freshness: Host["freshness"];
  isSilent: boolean;
  adapters: string;
  hostCells: HostCell[];
  vmCells: VmCell[];
}

export interface ClusterBand {
  key: string;
  title: string;
  /** What its hosts have in common, or `null`. */
  adapters: string | null;
  /** What differs, or `null`. */
  drift: string | null;
  hosts: HostLine[];
}

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Hosts by cluster, in the order of their names; those without a cluster come last. */
export function prepareBands(view: NetworkView): ClusterBand[] {
  const groups = new Map<string | null, Host[]>();
  for (const host of view.hosts) groups.set(host.cluster, [...(groups.get(host.cluster) ?? []), host]);
  return [...groups]
    .toSorted(([left], [right]) => (left === null ? 1 : right === null ? -1 : byName.compare(left, right)))
    .map(([cluster, hosts]) => ({
      key: cluster ?? "",
      title: cluster ?? STANDALONE,
      adapters: inCommon(hosts),
      drift: cluster === null ? null : driftOf(view, cluster),
      hosts: hosts
        .toSorted((left, right) => byName.compare(left.name, right.name))
        .map((host) => lineOf(view, host)),
    }));
}

function lineOf(view: NetworkView, host: Host): HostLine {
  const isSilent = isSilentHost(host);
  return {
    id: host.id,
    name: host.name,
    freshness: host.freshness,
    isSilent,
    adapters: host.adapters,
    hostCells: view.hostTechnologies.map(({ technology }) => {
      const status = (isSilent ? undefined : host.acceleration[technology]) ?? "unknown";
      return { technology, status, isMarked: status === "configured" };
    }),
    vmCells: view.technologies.map(({ technology }) => vmCellOf(host, technology, isSilent)),
  };
}

function vmCellOf(host: Host, technology: VmTechnology, isSilent: boolean): VmCell {
  const words = isSilent ? {} : (host.vms[technology] ?? {});
  const active = words.active ?? 0;
  const inVain = words.configured ?? 0;
  const said = isSilent
    ? "unknown"
    : [
        `${formatPlural(active, "VM")} ${active === 1 ? "has" : "have"} it in effect`,
        ...(inVain === 0 ? [] : [`${formatCount(inVain)} configured, not in effect`]),
      ].join(", ");
  const status = inVain > 0 ? "configured" : active > 0 ? "active" : null;
  return {
    technology,
    active,
    inVain,
    said,
    href: status === null ? null : vmsHref({ host: host.id, acceleration: `${technology}:${status}` }),
  };
}

export function isSilentHost({ freshness }: Pick<Host, "freshness">): boolean {
  return freshness === "stale" || freshness === "missing" || freshness === "retired";
}

function inCommon(hosts: readonly Host[]): string | null {
  const [first] = hosts;
  return first && first.adapters !== "" && hosts.every(({ adapters }) => adapters === first.adapters)
    ? first.adapters
    : null;
}

function driftOf(view: NetworkView, cluster: string): string | null {
  const subjects = view.drift.filter((each) => each.cluster === cluster).map(subjectOf);
  return subjects.length === 0 ? null : `drift: ${subjects.join(", ")}`;
}

export interface FunnelStep {
  key: "adapters" | "capable" | "enabled" | "askedFor" | "active";
  count: number;
  words: string;
  /** Of the connected adapters. */
  share: number;
  /** Those configured without effect that reach the step before, but not this one. */
  inVain: number;
  inVainShare: number;
}

/** What each step counts. Each is a part of the one before. */
export const FUNNEL_STEPS: Readonly<Record<FunnelStep["key"], { words: string; meaning: string }>> = {
  adapters: {
    words: "connected and running",
    meaning:
      "Connected adapters of running VMs that the technology applies to. Those that could not be read stop here.",
  },
  capable: {
    words: "capable",
    meaning:
      "Of these, everything that no setting provides was found: hardware, driver, Windows version, VM and guest OS.",
  },
  enabled: { words: "enabled everywhere", meaning: "Of these, no requirement is known to be unmet." },
  askedFor: {
    words: "of these requested",
    meaning: "The VM requests it, or it is on by default and not disabled for the VM.",
  },
  active: { words: "in effect", meaning: "Of these, the report shows that it is in effect." },
};

export interface FunnelGroup {
  technology: VmTechnology;
  label: string;
  steps: FunnelStep[];
}

/** Each technology from capable to in effect; one that applies to no adapter is omitted. */
export function prepareFunnel(view: NetworkView): FunnelGroup[] {
  return view.funnel
    .filter(({ adapters }) => adapters > 0)
    .map((funnel) => {
      const step = (key: FunnelStep["key"], inVain = 0): FunnelStep => ({
        key,
        count: funnel[key],
        words: FUNNEL_STEPS[key].words,
        share: funnel[key] / funnel.adapters,
        inVain,
        inVainShare: inVain / funnel.adapters,
      });
      return {
        technology: funnel.technology,
        label: TECHNOLOGY_LABELS[funnel.technology],
        steps: [
          step("adapters"),
          step("capable", funnel.inVainAt.capable),
          step("enabled", funnel.inVainAt.enabled),
          step("askedFor"),
          step("active", funnel.inVainAt.active),
        ],
      };
    });
}

export interface IdleLine {
  kind: NetworkView["idle"][number]["kind"];
  label: string;
  present: number;
  used: number;
  idle: number;
  share: number;
  /** Ports that are not counted. */
  unreadPorts: number;
  hosts: NetworkView["idle"][number]["hosts"];
}

const IDLE_LABELS = {
  "virtual-functions": "Virtual functions",
  queues: "Queues",
  "rdma-ports": "RDMA ports",
} as const;

/** Existing capacity; a kind that no reporting host has, or may have, is omitted. */
export function prepareIdle(view: NetworkView): IdleLine[] {
  return view.idle
    .filter(({ present, unreadPorts }) => present > 0 || unreadPorts > 0)
    .map(({ kind, present, used, unreadPorts, hosts }) => ({
      kind,
      label: IDLE_LABELS[kind],
      present,
      used,
      idle: Math.max(0, present - used),
      share: present === 0 ? 0 : Math.min(1, used / present),
      unreadPorts,
      hosts,
    }));
}

export interface DriftLine {
  key: string;
  cluster: string;
  subject: string;
  summary: string;
  /** `info` if no rule applies. */
  severity: "critical" | "warning" | "info";
  /** The page of the rule, or of the technology that only some nodes have. */
  guide: string | null;
  hosts: NetworkView["drift"][number]["hosts"];
}

export function prepareDrift(view: NetworkView): DriftLine[] {
  return view.drift.map((each) => ({
    key: `${each.cluster} ${each.kind} ${each.subject}`,
    cluster: each.cluster,
    subject: subjectOf(each),
    summary: each.summary,
    severity: each.severity ?? "info",
    guide: guideOf(each),
    hosts: each.hosts,
  }));
}

function guideOf({ kind, rule, subject }: NetworkView["drift"][number]): string | null {
  if (rule !== null) return guideHref("rules", rule);
  return kind === "technology" && isTechnology(subject) ? guideHref("technologies", subject) : null;
}

/** A switch by its name, a technology by its label. */
function subjectOf({ kind, subject }: NetworkView["drift"][number]): string {
  if (kind === "switch") return subject;
  return isTechnology(subject) ? TECHNOLOGY_LABELS[subject] : subject;
}

function isTechnology(word: string): word is keyof typeof TECHNOLOGY_LABELS {
  return Object.hasOwn(TECHNOLOGY_LABELS, word);
}

/** If no host reports, an empty list must not mean that all is well. */
export function isAnyReporting({ hosts }: Pick<NetworkView, "hosts">): boolean {
  return hosts.some((host) => !isSilentHost(host));
}

/** The sentence in the head: how many VMs have technologies configured without effect. */
export function prepareSentence(view: NetworkView): string {
  if (!isAnyReporting(view)) return "no host is reporting, so no data is available";
  const inVain = view.technologies.flatMap(({ technology, vms }) => {
    const count = vms.configured ?? 0;
    return count === 0 ? [] : [`${formatPlural(count, "VM")} ${TECHNOLOGY_LABELS[technology]}`];
  });
  return inVain.length === 0
    ? "nothing configured but not in effect"
    : `configured, not in effect: ${inVain.join(", ")}`;
}
