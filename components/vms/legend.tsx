import { Glyph } from "@/components/ui/glyph.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";

const SERVICE = ["healthy", "degraded", "failed", "disabled"] as const;
const TECHNOLOGY = ["active", "ready", "configured", "blocked"] as const;

const TECHNOLOGIES: ReadonlySet<string> = new Set(TECHNOLOGY);

/** The meaning of the shapes, at the foot, for first-time users of the matrix. */
export function Legend() {
  return (
    <div className="legend">
      {[...SERVICE, ...TECHNOLOGY, "unknown" as const, "not-applicable" as const].map((word) => (
        <span key={word} className={TECHNOLOGIES.has(word) ? "legend-technology" : "legend-word"}>
          <Glyph word={word} size={12} />
          {word === "configured" ? "configured, not in effect" : word.replace("-", " ")}
        </span>
      ))}
      <span className="ml-auto">Shape is the status, background the severity</span>
      <span className="inline-flex items-center gap-1">
        <Kbd>?</Kbd> keys
      </span>
    </div>
  );
}
