import { readCauses } from "@/lib/data/read/findings.ts";
import type { CausesView } from "@/lib/contract/api/fleet.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { toCauses } from "./to-causes.ts";
import { toFindingQuery, type FindingListWords } from "./list-findings.ts";

/** Everything that is open, grouped by cause, with what the filters could narrow it to. */
export async function listCauses(words: FindingListWords, now: Date): Promise<CausesView> {
  const directory = await fleetDirectory(now);
  const [rows, all] = await Promise.all([
    readCauses(toFindingQuery(words, directory)),
    readCauses(toFindingQuery({}, directory)),
  ]);
  const count = <Value extends string>(valueOf: (row: (typeof all)[number]) => Value | null) => {
    const counts = new Map<Value, number>();
    for (const row of all) {
      const value = valueOf(row);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + row.findings);
    }
    return [...counts]
      .map(([value, total]) => ({ value, count: total }))
      .toSorted((left, right) => right.count - left.count);
  };
  return {
    causes: toCauses(rows, directory),
    findings: rows.reduce((sum, { findings }) => sum + findings, 0),
    facets: {
      severity: count((row) => row.severity),
      rule: count((row) => row.rule),
      cluster: count((row) => directory.byId.get(row.hostId)?.cluster ?? null),
      host: count((row) => row.hostId).map((entry) => ({
        ...entry,
        label: directory.byId.get(entry.value)?.name ?? entry.value,
      })),
    },
  };
}
