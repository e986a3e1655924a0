import type { EvidenceView } from "@/lib/contract/api/findings.ts";
import { classes } from "./classes.ts";

/** What a verdict rests on: name over raw value, ruled, the one that tipped it in the critical ink. */
export function EvidenceStrip({ evidence }: { evidence: readonly EvidenceView[] }) {
  if (evidence.length === 0) return null;
  return (
    <dl className="flex flex-wrap border-y border-line">
      {evidence.map((entry) => (
        <div
          key={entry.name}
          className="min-w-0 border-r border-line py-1 pr-3 pl-3 first:pl-0 last:border-r-0"
        >
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
  );
}

/** A raw value as it was reported; what was not read says so. */
export function formatEvidence(value: EvidenceView["value"]): string {
  if (value === null) return "not read";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
