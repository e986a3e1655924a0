import type { FindingCounts } from "@/lib/contract/api/findings.ts";
import { Glyph } from "./glyph.tsx";

const ORDER = ["critical", "warning", "info"] as const;
const INKS = { critical: "text-critical-ink", warning: "text-warning-ink", info: "text-info-ink" } as const;

/** The number of findings of each severity; zero counts are omitted. */
export function SeverityCounts({ counts }: { counts: FindingCounts }) {
  if (ORDER.every((severity) => counts[severity] === 0)) return null;
  return (
    <span className="inline-flex gap-[7px] text-note font-semibold">
      {ORDER.map((severity) =>
        counts[severity] === 0 ? null : (
          <span key={severity} className={`inline-flex items-center gap-0.5 ${INKS[severity]}`}>
            <Glyph word={severity} size={12} label={severity} />
            {counts[severity]}
          </span>
        ),
      )}
    </span>
  );
}
