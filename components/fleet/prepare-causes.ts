import type { CauseView, FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount, formatDifference, formatPlural } from "@/lib/format/count.ts";
import { formatDuration } from "@/lib/format/duration.ts";
import { RULE_NAMES } from "@/lib/format/rule-names.ts";
import type { GlyphWord } from "@/components/ui/glyph.tsx";
import { vmsOfCause } from "@/components/shell/prepare-strips.ts";

/** A cause compared with a day ago. */
export interface CauseChange {
  words: string;
  /** In a sentence. */
  said: string;
  isNew: boolean;
}

export interface CauseLine {
  key: string;
  glyph: GlyphWord;
  /** The accessible name of the glyph. */
  word: CauseView["severity"];
  title: string;
  /** Rule, and number of hosts. */
  rule: string;
  place: string;
  /** What can be done about it other than fixing it. */
  advice: string | null;
  placeHref: string | null;
  vms: number;
  /** Share of the largest. */
  share: number;
  bar: "critical" | "warning" | "unknown" | "info";
  openedAt: string;
  change: CauseChange;
  /** `null`: no known fix. The first clause is shown in the list, the rest on request. */
  cost: { words: string; whole: string } | null;
  /** The affected VMs, or the host that it is about. */
  href: string;
  isFirst: boolean;
}

const DAY_MS = 86_400_000;
const RANKS = { critical: 0, warning: 1, info: 2 } as const;

/** Causes ranked by severity, then by affected VMs, then by age. */
export function prepareCauses(fleet: Pick<FleetView, "causes">, nowMs: number): CauseLine[] {
  const { causes } = fleet;
  // An info cause may affect the whole fleet; it must not make the rest look small.
  const weighty = causes.filter(({ severity }) => severity !== "info");
  const most = Math.max(1, ...(weighty.length > 0 ? weighty : causes).map(({ vmsTouched }) => vmsTouched));
  return causes
    .toSorted(
      (a, b) =>
        RANKS[a.severity] - RANKS[b.severity] ||
        b.vmsTouched - a.vmsTouched ||
        Date.parse(a.openedAt) - Date.parse(b.openedAt),
    )
    .map((cause, index) => {
      const isSilence = cause.rule === "host.stale";
      return {
        key: `${cause.rule} ${cause.severity} ${cause.host?.id ?? cause.summary}`,
        glyph: isSilence ? "stale" : cause.severity,
        word: cause.severity,
        title: titleOf(cause),
        rule: cause.rule,
        place: cause.host?.name ?? (cause.hosts === 1 ? "1 host" : `${cause.hosts} hosts`),
        advice: isMissing(cause)
          ? `retire ${cause.host ? "it if it is" : "those that are"} gone for good`
          : null,
        placeHref: cause.host === null ? null : `/hosts/${cause.host.id}`,
        vms: cause.vmsTouched,
        share: Math.min(1, cause.vmsTouched / most),
        bar: isSilence ? "unknown" : cause.severity,
        openedAt: cause.openedAt,
        change: changeOf(cause, nowMs),
        cost: cause.cost === null ? null : { words: firstClause(cause.cost), whole: cause.cost },
        href: hrefOf(cause),
        isFirst: index === 0 && cause.severity === "critical" && !isSilence,
      };
    });
}

function firstClause(sentence: string): string {
  return sentence.split(/[,;:]/, 1)[0] ?? sentence;
}

function changeOf({ openedAt, lastDay }: CauseView, nowMs: number): CauseChange {
  const ageMs = Math.max(0, nowMs - Date.parse(openedAt));
  if (ageMs < DAY_MS && (lastDay?.ended ?? 0) === 0)
    return { words: "new", said: "not known a day ago", isNew: true };
  if (lastDay === null) {
    const age = formatDuration(ageMs / 1000);
    return {
      words: "–",
      said: `open for ${age}; the number of VMs affected a day ago is not stored`,
      isNew: false,
    };
  }
  const net = lastDay.found - lastDay.ended;
  return {
    words: formatDifference(net),
    said: `in the last day found on ${formatPlural(lastDay.found, "VM")}, ended on ${formatCount(lastDay.ended)}`,
    isNew: false,
  };
}

/**
 * A host's own problem starts with the host's name, one of many hosts with the rule's; titles have no full stop. The
 * text of one VM must not stand for VMs with another: then the rule's name does.
 */
function titleOf({ rule, severity, host, hosts, summary, isOfOneSummary }: CauseView): string {
  if (isMissing({ rule, severity })) return host ? `${host.name} is missing` : `${hosts} hosts are missing`;
  if (rule === "host.stale")
    return host ? `${host.name} is not reporting` : `${hosts} hosts are not reporting`;
  const title = summary.replace(/\.$/, "");
  if (rule.startsWith("cluster.")) return title;
  if (!rule.startsWith("host.")) return isOfOneSummary ? title : RULE_NAMES[rule];
  return host ? `${host.name}: ${title}` : RULE_NAMES[rule];
}

/** Silent for so long that it may not come back. */
function isMissing({ rule, severity }: Pick<CauseView, "rule" | "severity">): boolean {
  return rule === "host.stale" && severity === "critical";
}

/** A host's own problem links to its page; all others to the list of affected VMs. */
function hrefOf(cause: CauseView): string {
  const { rule, host } = cause;
  if (!rule.startsWith("host.")) return vmsOfCause(cause);
  return host === null ? `/hosts?${new URLSearchParams({ rule }).toString()}` : `/hosts/${host.id}`;
}
