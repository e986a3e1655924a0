import type { VmRow } from "@/lib/contract/api/vms.ts";
import type { MatrixLine } from "./prepare-matrix.ts";

export type Selection = Record<string, true>;

interface Ticking {
  from: number;
  to: number;
  /** Selects everything between the two, and deselects nothing. */
  isRange: boolean;
}

/** The selection after a line was toggled: a single VM, or for a band or a folded line all VMs of its host. */
export function prepareSelection(
  before: Selection,
  lines: readonly MatrixLine[],
  rows: readonly VmRow[],
  { from, to, isRange }: Ticking,
): Selection {
  const line = lines[to];
  if (!line) return before;
  const ids = isRange || line.kind === "vm" ? between(lines, from, to) : ofHost(rows, hostOf(line));
  const isTakenAway = !isRange && ids.length > 0 && ids.every((id) => before[id] === true);
  if (!isTakenAway) return { ...before, ...Object.fromEntries(ids.map((id) => [id, true])) };
  const gone = new Set(ids);
  return Object.fromEntries(Object.entries(before).filter(([id]) => !gone.has(id)));
}

function between(lines: readonly MatrixLine[], from: number, to: number): string[] {
  return lines
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .flatMap((line) => (line.kind === "vm" ? [line.row.id] : []));
}

function hostOf(line: Exclude<MatrixLine, { kind: "vm" }>): string {
  return line.kind === "band" ? line.host.id : line.hostId;
}

function ofHost(rows: readonly VmRow[], hostId: string): string[] {
  return rows.filter((row) => row.host.id === hostId).map((row) => row.id);
}
