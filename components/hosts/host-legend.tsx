import { Glyph } from "@/components/ui/glyph.tsx";
import { SectionPips } from "./section-pips.tsx";

const WORDS = ["active", "ready", "configured", "blocked", "unknown"] as const;
const PIPS = [
  { name: "read", status: "ok" },
  { name: "partial", status: "partial" },
  { name: "failed", status: "failed" },
  { name: "no data yet", status: "nothing-yet" },
] as const;

/** The meaning of the list's shapes. */
export function HostLegend() {
  return (
    <p className="flex min-h-7 flex-wrap items-center gap-x-3.5 gap-y-1 px-4 py-1 text-head text-ink-2">
      {WORDS.map((word) => (
        <span key={word} className="inline-flex items-center gap-1">
          <Glyph word={word} size={12} />
          {word === "configured" ? "configured, not in effect" : word}
        </span>
      ))}
      <span className="inline-flex items-center gap-1.5 max-tablet:hidden">
        <span className="mx-drift px-1">5/6</span>
        five of six nodes have it
      </span>
      <span className="inline-flex items-center gap-1.5 max-tablet:hidden">
        <span className="[&>span]:mb-0">
          <SectionPips pips={PIPS} />
        </span>
        section read, partial, failed, no data yet
      </span>
    </p>
  );
}
