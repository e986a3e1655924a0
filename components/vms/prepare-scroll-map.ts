import type { MatrixLine } from "./prepare-matrix.ts";
import type { VmHealth } from "./service-words.ts";

export interface MapMark {
  health: "critical" | "warning" | "unknown";
  /** In steps of the map's height. */
  from: number;
  steps: number;
}

export interface ScrollMap {
  marks: MapMark[];
  /** Where a new host begins, in steps. */
  cuts: number[];
  /** From here on nothing is loaded yet, in steps; the full height if everything is. */
  loadedSteps: number;
}

const RANK: Record<VmHealth, number> = { critical: 3, warning: 2, unknown: 1, healthy: 0, inactive: 0 };
const HEALTHS = [null, "unknown", "warning", "critical"] as const;

/**
 * The whole list beside its scroll bar, worst first: a step of the map covers many lines, and one bad VM among them is
 * enough to mark it. `total` above the lines leaves space for rows that are not loaded.
 */
export function prepareScrollMap(lines: readonly MatrixLine[], total: number, steps: number): ScrollMap {
  const count = Math.max(total, lines.length, 1);
  const ranks = new Uint8Array(steps);
  const cuts: number[] = [];
  lines.forEach((line, index) => {
    const from = Math.floor((index / count) * steps);
    if (line.kind === "band") {
      if (index > 0 && cuts.at(-1) !== from) cuts.push(from);
      if (!line.isFolded) return;
    }
    const rank = rankOf(line);
    const to = Math.max(from + 1, Math.floor(((index + 1) / count) * steps));
    for (let step = from; step < to; step += 1) ranks[step] = Math.max(ranks[step] ?? 0, rank);
  });

  const marks: MapMark[] = [];
  for (let step = 0; step < steps; step += 1) {
    const health = HEALTHS[ranks[step] ?? 0];
    if (!health) continue;
    const last = marks.at(-1);
    if (last && last.health === health && last.from + last.steps === step) last.steps += 1;
    else marks.push({ health, from: step, steps: 1 });
  }
  return { marks, cuts, loadedSteps: Math.round((lines.length / count) * steps) };
}

function rankOf(line: MatrixLine): number {
  if (line.kind === "vm") return RANK[line.row.health];
  if (line.health.critical > 0) return RANK.critical;
  if (line.health.warning > 0) return RANK.warning;
  return line.health.unknown > 0 ? RANK.unknown : 0;
}
