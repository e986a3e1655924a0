import type { CauseView, FleetView } from "@/lib/contract/api/fleet.ts";

export interface IncidentStrip {
  /** Changes when another incident replaces this one. */
  key: string;
  vms: number;
  /** Where: a host's name, or the number of hosts. */
  place: string;
  summary: string;
  /** Not limited to one host: the same on several of them. */
  isSpread: boolean;
  openedAt: string;
  href: string;
  /** Other incidents, which get no strip of their own. */
  others: number;
}

export interface StaleStrip {
  hosts: { id: string; name: string; lastReportedAt: string }[];
  /** Hosts that are not named for lack of space. */
  others: number;
  vms: number;
  href: string;
}

/** From this number of VMs on a cause is an incident, and no longer the problem of one VM. */
const INCIDENT_VMS = 5;
const NAMED_HOSTS = 2;

/** The worst cause that affects many VMs at once. Only critical ones: a warning may be old and known. */
export function prepareIncident(fleet: FleetView): IncidentStrip | null {
  const incidents = fleet.causes.filter(
    (cause) =>
      cause.severity === "critical" && cause.vmsTouched >= INCIDENT_VMS && cause.rule !== "host.stale",
  );
  const [worst] = incidents.toSorted((a, b) => b.vmsTouched - a.vmsTouched);
  if (!worst) return null;
  return {
    key: `${worst.rule} ${worst.host?.id ?? "fleet"} ${worst.openedAt}`,
    vms: worst.vmsTouched,
    place: worst.host?.name ?? `${worst.hosts} hosts`,
    summary: inSentence(worst.summary),
    isSpread: worst.host === null,
    openedAt: worst.openedAt,
    href: vmsOfCause(worst),
    others: incidents.length - 1,
  };
}

/** Hosts no longer reporting, the most recently silent first: it may not have been noticed yet. */
export function prepareStale(fleet: FleetView): StaleStrip | null {
  const silent = fleet.staleHosts
    .filter(
      ({ freshness, isPastComing }) => (freshness === "stale" || freshness === "missing") && !isPastComing,
    )
    .toSorted((a, b) => Date.parse(b.lastReportedAt) - Date.parse(a.lastReportedAt));
  const [first] = silent;
  if (!first) return null;
  return {
    hosts: silent.slice(0, NAMED_HOSTS).map(({ id, name, lastReportedAt }) => ({ id, name, lastReportedAt })),
    others: Math.max(0, silent.length - NAMED_HOSTS),
    vms: silent.reduce((sum, host) => sum + host.vms, 0),
    href: silent.length === 1 ? `/hosts/${first.id}` : "/hosts?freshness=stale&freshness=missing",
  };
}

/**
 * A summary that continues a sentence starts in lower case and loses its full stop, unless its first word is a name:
 * VSS, HV-01.
 */
function inSentence(summary: string): string {
  const open = summary.replace(/\.$/, "");
  return /^[A-Z][a-z]*(?= |$)/.test(open) ? open.charAt(0).toLowerCase() + open.slice(1) : open;
}

/** The list of the VMs that a cause affects. */
export function vmsOfCause({ rule, severity, host }: CauseView): string {
  const filters = new URLSearchParams({ rule: `${rule}:${severity}`, ...(host && { host: host.id }) });
  return `/vms?${filters.toString()}`;
}
