import { cpus } from "node:os";

/** Prints one table of a run, for docs/performance.md. */
export function printFigures(title: string, figures: readonly (readonly [string, string])[]): void {
  console.log(`\n${title} (Node ${process.versions.node}, ${cpus().length} cores)`);
  const width = Math.max(...figures.map(([name]) => name.length));
  for (const [name, value] of figures) console.log(`  ${name.padEnd(width)}  ${value}`);
}

/** The value below which the given share of samples falls. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
