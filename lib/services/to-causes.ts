import type { CauseRow, EndedRow } from "@/lib/data/read/findings.ts";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { FleetDirectory, FleetHost } from "./fleet-directory.ts";

const SEVERITY_RANK = { critical: 0, warning: 1, info: 2 } as const;
/** From this many VMs on one host, the cause is shown for the host; with fewer, it is merged with other hosts. */
const VMS_THAT_MAKE_A_HOST_FAULT = 5;

/** The same cause on this many hosts is shown once instead of per host. For a host's own findings the limit is higher. */
const SPREAD_HOSTS = 4;
const SPREAD_HOSTS_OF_THEIR_OWN = 8;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Start of the period for a cause's change. */
export function dayBefore(now: Date): IsoTime {
  return new Date(now.getTime() - DAY_MS).toISOString();
}

/**
 * Groups findings by cause, worst first: findings of a host, many of one rule on one host, or one rule across several
 * hosts. A fleet with a network outage is one cause, not one for each host.
 */
export function toCauses(
  rows: readonly CauseRow[],
  ended: readonly EndedRow[],
  { byId }: FleetDirectory,
): CauseView[] {
  const causes = new Map<string, CauseView>();
  const endedOn = new Map(ended.map((row) => [`${wordOf(row)}|${row.hostId}`, row.ended]));
  for (const row of rows) {
    const host = byId.get(row.hostId);
    const isClusters = row.rule === "cluster.switch-drift";
    const isHosts = row.isOfHost || row.vms >= VMS_THAT_MAKE_A_HOST_FAULT;
    const key = isClusters
      ? `${wordOf(row)}|${host?.cluster ?? ""}`
      : isHosts
        ? `${wordOf(row)}|${row.hostId}`
        : wordOf(row);
    const vms = vmsOf(row, host);
    const ofHost = `${wordOf(row)}|${row.hostId}`;
    const lastDay = row.isOfHost ? null : { found: row.found, ended: endedOn.get(ofHost) ?? 0 };
    endedOn.delete(ofHost);
    const cause = causes.get(key);
    if (cause) {
      cause.isOfOneSummary &&= row.isOfOneSummary && row.summary === cause.summary;
      cause.vmsTouched += vms;
      cause.hosts += 1;
      cause.lastDay = sumDays([cause.lastDay, lastDay]);
      if (row.openedAt < cause.openedAt) cause.openedAt = row.openedAt;
    } else {
      causes.set(key, {
        rule: row.rule,
        severity: row.severity,
        summary: row.summary,
        isOfOneSummary: row.isOfOneSummary,
        host: isHosts && !isClusters && host ? { id: host.id, name: host.name } : null,
        hosts: 1,
        vmsTouched: vms,
        openedAt: row.openedAt,
        lastDay,
        cost: row.cost,
      });
    }
  }
  const joined = joinSpread([...causes.values()]);
  // Findings closed on hosts that have none left belong to the merged cause of all other hosts.
  const ofMany = new Map(joined.flatMap((cause) => (cause.host ? [] : [[wordOf(cause), cause] as const])));
  for (const row of ended) {
    const day = endedOn.has(`${wordOf(row)}|${row.hostId}`) ? ofMany.get(wordOf(row))?.lastDay : null;
    if (day) day.ended += row.ended;
  }
  return joined.toSorted(
    (left, right) =>
      SEVERITY_RANK[left.severity] - SEVERITY_RANK[right.severity] || right.vmsTouched - left.vmsTouched,
  );
}

/** Number of affected VMs; for a silent host, all its VMs. */
export function vmsOf(row: CauseRow, host: FleetHost | undefined): number {
  return row.rule === "host.stale" ? (host?.counts.vms ?? 0) : row.vms;
}

function joinSpread(causes: readonly CauseView[]): CauseView[] {
  const groups = new Map<string, CauseView[]>();
  for (const cause of causes) {
    const key = wordOf(cause);
    const group = groups.get(key);
    if (group) group.push(cause);
    else groups.set(key, [cause]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const most = first.rule.startsWith("host.") ? SPREAD_HOSTS_OF_THEIR_OWN : SPREAD_HOSTS;
    if (group.length < most) return group;
    return [
      {
        ...first,
        isOfOneSummary: group.every((each) => each.isOfOneSummary && each.summary === first.summary),
        host: null,
        hosts: sum(group, ({ hosts }) => hosts),
        vmsTouched: sum(group, ({ vmsTouched }) => vmsTouched),
        lastDay: sumDays(group.map(({ lastDay }) => lastDay)),
        openedAt: group.reduce(
          (oldest, { openedAt }) => (openedAt < oldest ? openedAt : oldest),
          first.openedAt,
        ),
      },
    ];
  });
}

function wordOf({ rule, severity }: Pick<CauseView, "rule" | "severity">): string {
  return `${rule}|${severity}`;
}

/** The sum is `null` if any element is `null`. */
function sumDays(days: readonly CauseView["lastDay"][]): CauseView["lastDay"] {
  const sum = { found: 0, ended: 0 };
  for (const day of days) {
    if (day === null) return null;
    sum.found += day.found;
    sum.ended += day.ended;
  }
  return sum;
}

function sum(group: readonly CauseView[], of: (cause: CauseView) => number): number {
  return group.reduce((total, cause) => total + of(cause), 0);
}
