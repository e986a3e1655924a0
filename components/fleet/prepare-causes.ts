import type { CauseView, FleetView } from "@/lib/contract/api/fleet.ts";
import type { GlyphWord } from "@/components/ui/glyph.tsx";

export interface CauseLine {
  key: string;
  glyph: GlyphWord;
  /** The word spoken for the glyph. */
  word: string;
  title: string;
  /** Rule, and over how many hosts. */
  rule: string;
  place: string;
  placeHref: string | null;
  vms: number;
  /** Share of the largest. */
  share: number;
  bar: "critical" | "warning" | "unknown" | "info";
  openedAt: string;
  isNew: boolean;
  /** `null`: no fix is known. */
  cost: string | null;
  /** The VMs behind it, or the host that it is about. */
  href: string;
  isFirst: boolean;
}

const DAY_MS = 86_400_000;
const RANKS = { critical: 0, warning: 1, info: 2 } as const;

/** Causes ranked by severity, then by the VMs that hang on them, then by age. */
export function prepareCauses(fleet: Pick<FleetView, "causes">, nowMs: number): CauseLine[] {
  const causes = joinSpread(fleet.causes);
  // What is only worth knowing may touch the whole fleet; it must not make the rest look small.
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
        key: `${cause.rule} ${cause.severity} ${cause.host?.id ?? ""}`,
        glyph: isSilence ? "stale" : cause.severity,
        word: cause.severity,
        title: titleOf(cause),
        rule: cause.rule,
        place: cause.host?.name ?? (cause.hosts === 1 ? "1 host" : `${cause.hosts} hosts`),
        placeHref: cause.host === null ? null : `/hosts/${cause.host.id}`,
        vms: cause.vmsTouched,
        share: Math.min(1, cause.vmsTouched / most),
        bar: isSilence ? "unknown" : cause.severity,
        openedAt: cause.openedAt,
        isNew: nowMs - Date.parse(cause.openedAt) < DAY_MS,
        cost: cause.cost,
        href: hrefOf(cause),
        isFirst: index === 0 && cause.severity === "critical" && !isSilence,
      };
    });
}

/** The same on so many hosts is no host's fault any more: it is told once. */
const SPREAD_HOSTS = 4;

function joinSpread(causes: readonly CauseView[]): CauseView[] {
  const alike = new Map<string, CauseView[]>();
  for (const cause of causes) {
    const key = cause.rule.startsWith("host.") ? JSON.stringify(cause) : `${cause.rule} ${cause.severity}`;
    const known = alike.get(key);
    if (known) known.push(cause);
    else alike.set(key, [cause]);
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first && group.length >= SPREAD_HOSTS ? [joinCauses(first, group)] : group;
  });
}

function joinCauses(first: CauseView, group: readonly CauseView[]): CauseView {
  return {
    ...first,
    host: null,
    hosts: group.reduce((sum, { hosts }) => sum + hosts, 0),
    vmsTouched: group.reduce((sum, { vmsTouched }) => sum + vmsTouched, 0),
    openedAt:
      group.map(({ openedAt }) => openedAt).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ??
      first.openedAt,
  };
}

/** A host's own trouble begins with its name; without its full stop the sentence is a title. */
function titleOf({ rule, host, summary }: CauseView): string {
  if (rule === "host.stale" && host !== null) return `${host.name} does not report`;
  const title = summary.replace(/\.$/, "");
  return rule.startsWith("host.") && host !== null ? `${host.name}: ${title}` : title;
}

/** A host's own trouble is read on its page; all else on the list of the VMs that it touches. */
function hrefOf({ rule, host }: CauseView): string {
  if (rule.startsWith("host."))
    return host === null ? `/hosts?${new URLSearchParams({ rule }).toString()}` : `/hosts/${host.id}`;
  return `/vms?${new URLSearchParams(host === null ? { rule } : { rule, host: host.id }).toString()}`;
}
