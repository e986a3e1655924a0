import type { SectionPip, SectionStatus } from "./prepare-hosts.ts";

const LOOKS: Record<SectionStatus, string> = {
  ok: "bg-ok-fill/50",
  partial: "bar-part bar-unknown",
  failed: "bar-part bar-failed",
  skipped: "border border-dashed border-line-strong",
  "nothing-yet": "border border-line-strong",
};

/** Seven small fields: which parts of the report were read. The text beside it states the same. */
export function SectionPips({ pips }: { pips: readonly SectionPip[] }) {
  return (
    <span className="mb-[3px] flex gap-0.5" aria-hidden>
      {pips.map(({ name, status }) => (
        <i
          key={name}
          title={`${name}: ${status.replace("-", " ")}`}
          className={`h-1.5 w-[11px] ${LOOKS[status]}`}
        />
      ))}
    </span>
  );
}
