import type { EvidenceView } from "@/lib/contract/api/findings.ts";
import { classes } from "./classes.ts";

/** The evidence of a verdict: name over raw value, ruled, the deciding one in the critical colour. */
export function EvidenceStrip({ evidence }: { evidence: readonly EvidenceView[] }) {
  if (evidence.length === 0) return null;
  return (
    // The first of each line is aligned with the edge, wherever the lines break.
    <div className="overflow-hidden border-y border-line">
      <dl className="-ml-3 flex flex-wrap">
        {evidence.map((entry) => (
          <div key={entry.name} className="min-w-0 border-r border-line px-3 py-1 last:border-r-0">
            <dt className="text-tiny text-ink-3">{entry.name}</dt>
            <dd
              className={classes(
                "font-mono text-[12px]/[17px] wrap-anywhere",
                entry.decides === true && "font-medium text-critical-ink",
              )}
            >
              {formatEvidence(entry.value)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A raw value as reported; a value that was not read is marked. */
export function formatEvidence(value: EvidenceView["value"]): string {
  if (value === null) return "not read";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
