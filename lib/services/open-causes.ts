import { readCauses, readEnded, type CauseRow, type EndedRow } from "@/lib/data/read/findings.ts";
import type { FleetDirectory } from "./fleet-directory.ts";
import { toFindingQuery } from "./list-findings.ts";
import { dayBefore } from "./to-causes.ts";

interface OpenCauses {
  open: CauseRow[];
  ended: EndedRow[];
}

const CACHE = Symbol.for("innkeeper.open-causes");
const shared = globalThis as typeof globalThis & { [CACHE]?: { key: string; causes: Promise<OpenCauses> } };

/**
 * Open findings of the whole fleet and findings closed within a day, by rule and host. Cached until a host reports or
 * becomes silent, for an hour at most: hosts that are only late, which is frequent, do not affect it.
 */
export async function openCauses(directory: FleetDirectory, now: Date): Promise<OpenCauses> {
  const hour = now.toISOString().slice(0, 13);
  const key = [directory.version, hour, ...directory.silentHostIds].join();
  const kept = shared[CACHE];
  if (kept?.key === key) return kept.causes;
  const query = toFindingQuery({}, directory);
  const since = dayBefore(now);
  const causes = Promise.all([readCauses(query, since), readEnded(query, since)]).then(([open, ended]) => ({
    open,
    ended,
  }));
  const entry = { key, causes };
  shared[CACHE] = entry;
  // A failed read is repeated.
  causes.catch(() => {
    if (shared[CACHE] === entry) delete shared[CACHE];
  });
  return causes;
}
