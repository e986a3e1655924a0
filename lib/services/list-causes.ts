import { readCauses, readEnded, type CauseRow } from "@/lib/data/read/findings.ts";
import type { CausesView } from "@/lib/contract/api/fleet.ts";
import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { openCauses } from "./open-causes.ts";
import { dayBefore, toCauses, vmsOf } from "./to-causes.ts";
import { toFindingQuery, type FindingListWords } from "./list-findings.ts";

/** All open findings grouped by cause, with the counts of each filter value under the other filters. */
export async function listCauses(words: FindingListWords, now: Date): Promise<CausesView> {
  const directory = await fleetDirectory(now);
  const query = toFindingQuery(words, directory);
  const since = dayBefore(now);
  const all = await openCauses(directory, now);
  const { status, severities, rules, hostIds, vmIds } = query;
  const isOfQuery = ({ severity, rule, hostId }: Pick<CauseRow, "severity" | "rule" | "hostId">) =>
    (severities?.includes(severity) ?? true) &&
    (rules?.includes(rule) ?? true) &&
    (hostIds?.includes(hostId) ?? true);
  const [rows, ended, known] =
    status === "open" && vmIds === null
      ? [all.open.filter(isOfQuery), all.ended.filter(isOfQuery), all.open]
      : await Promise.all([
          readCauses(query, since),
          readEnded(query, since),
          vmIds === null ? all.open : readCauses(toFindingQuery({ vm: words.vm }, directory), since),
        ]);
  return {
    causes: toCauses(rows, ended, directory),
    findings: rows.reduce((sum, { findings }) => sum + findings, 0),
    places: placesOf(rows, directory),
    facets: facetsOf(known, words, directory),
  };
}

/** Number of findings for each filter value, with all other filters applied. */
function facetsOf(
  known: readonly CauseRow[],
  words: FindingListWords,
  directory: FleetDirectory,
): CausesView["facets"] {
  const count = <Value extends string>(
    name: "severity" | "rule" | "cluster" | "host",
    valueOf: (row: CauseRow) => Value,
  ) => {
    const { severities, rules, hostIds } = toFindingQuery({ ...words, [name]: undefined }, directory);
    const hosts = hostIds && new Set(hostIds);
    const counts = new Map<Value, number>();
    for (const row of known) {
      // A selected value keeps its entry, and so its name, even if the other filters leave no findings for it.
      const isChosen = words[name]?.includes(valueOf(row)) ?? false;
      const isLeft =
        (severities?.includes(row.severity) ?? true) &&
        (rules?.includes(row.rule) ?? true) &&
        (hosts?.has(row.hostId) ?? true);
      const findings = isLeft ? row.findings : 0;
      if (findings === 0 && !isChosen) continue;
      counts.set(valueOf(row), (counts.get(valueOf(row)) ?? 0) + findings);
    }
    return [...counts]
      .map(([value, total]) => ({ value, count: total }))
      .toSorted((left, right) => right.count - left.count);
  };
  return {
    severity: count("severity", (row) => row.severity),
    rule: count("rule", (row) => row.rule),
    cluster: count("cluster", (row) => directory.byId.get(row.hostId)?.cluster ?? NO_CLUSTER).map(
      (entry) => ({
        ...entry,
        label: entry.value === NO_CLUSTER ? STANDALONE : entry.value,
      }),
    ),
    host: count("host", (row) => row.hostId).map((entry) => ({
      ...entry,
      label: directory.byId.get(entry.value)?.name ?? entry.value,
    })),
  };
}

function placesOf(rows: readonly CauseRow[], directory: FleetDirectory): CausesView["places"] {
  const byHost = new Map<string, CausesView["places"][number]>();
  for (const row of rows) {
    const host = directory.byId.get(row.hostId);
    if (!host) continue;
    const place = byHost.get(host.id) ?? { host: { id: host.id, name: host.name }, count: 0 };
    place.count += Math.max(1, vmsOf(row, host));
    byHost.set(host.id, place);
  }
  // Hosts are ordered by name, and a stable sort keeps this order for equal counts.
  return directory.hosts
    .flatMap(({ id }) => byHost.get(id) ?? [])
    .toSorted((left, right) => right.count - left.count);
}
