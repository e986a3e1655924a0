import { type Ladder, prepareLadders } from "@/components/acceleration/prepare-ladders.ts";
import {
  type AccelerationStatus,
  TECHNOLOGY_LABELS,
  type Technology,
  worstOf,
} from "@/components/acceleration/technology-words.ts";
import { readText } from "@/components/facts/read-fact.ts";
import { HOST_TECHNOLOGY_ORDER } from "@/components/hosts/host-technologies.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { formatPlural } from "@/lib/format/count.ts";

/** The ladders of one adapter, or of the host as a whole. */
export interface LadderGroup {
  /** The id of an adapter in the ladders; none for the host as a whole. */
  adapterId: string | null;
  /** The target of a link to it. */
  anchor: string;
  title: string;
  kind: string;
  ladders: Ladder[];
  /** What stops the configured technologies, in words: the first broken rung of each. */
  reasons: { technology: string; rung: string; status: AccelerationStatus }[];
  /** Open at first: of ladders that break alike, the first. */
  isOpen: boolean;
}

/** The ladders of the host itself, of its adapters in report order, and of its virtual adapters. */
export function prepareHostLadders(host: Pick<HostView, "acceleration" | "physicalAdapters">): LadderGroup[] {
  const physical = new Set((host.physicalAdapters ?? []).map((each) => readText(each, "interfaceGuid")));
  const seen = new Set<string>();
  const groups = prepareLadders(host.acceleration).map((adapter, index): LadderGroup => {
    const isHost = adapter.key === "";
    const ladders = [...adapter.ladders.filter(applies), ...adapter.ladders.filter((each) => !applies(each))];
    const reasons = ladders.flatMap(reasonOf);
    const alike = reasons.map(({ technology, rung }) => `${technology} ${rung}`).join("\n");
    const isFirst = reasons.length > 0 && !seen.has(alike);
    seen.add(alike);
    return {
      adapterId: isHost ? null : adapter.key,
      // Names may contain anything, but an address may not.
      anchor: isHost ? "ladders-host" : `ladders-${index}`,
      title: isHost ? "The host as a whole" : adapter.name,
      kind: isHost
        ? "SMB between hosts"
        : physical.has(adapter.key)
          ? "physical adapter"
          : "host virtual adapter",
      ladders,
      reasons,
      isOpen: isFirst && (isHost || reasons.some(({ status }) => status === "configured")),
    };
  });
  return [
    ...groups.filter(({ adapterId }) => adapterId === null),
    ...groups.filter(({ adapterId }) => adapterId !== null),
  ];
}

function applies({ status }: Ladder): boolean {
  return status !== "not-applicable";
}

function reasonOf({ label, status, rungs }: Ladder): LadderGroup["reasons"] {
  const broken = rungs.find(({ isBroken }) => isBroken);
  return broken ? [{ technology: label, rung: broken.fault, status }] : [];
}

/** One technology over the whole host. */
export interface HostTechnology {
  technology: Technology;
  label: string;
  status: AccelerationStatus;
  /** "2 of 4 adapters", if there are several. */
  share: string | null;
  /** The first broken rung, or another remark. */
  reason: string | null;
  /** The ladder that gives the reason. */
  href: string | null;
}

/** Each technology by the worst of the host's adapters, and the rung that breaks it. */
export function prepareTechnologies(
  { physicalAdapters }: Pick<HostView, "physicalAdapters">,
  groups: readonly LadderGroup[],
): HostTechnology[] {
  const none =
    physicalAdapters === null
      ? ({ status: "unknown", reason: "the adapters were not read" } as const)
      : ({ status: "not-applicable", reason: "there is no adapter" } as const);
  return HOST_TECHNOLOGY_ORDER.map((technology) => {
    const all = groups.flatMap((group) =>
      group.ladders.filter((ladder) => ladder.technology === technology).map((ladder) => ({ group, ladder })),
    );
    if (all.length === 0)
      return { technology, label: TECHNOLOGY_LABELS[technology], ...none, share: null, href: null };
    const status = worstOf(all.map(({ ladder }) => ladder.status));
    const applying = all.filter(({ ladder }) => applies(ladder));
    const such = all.filter(({ ladder }) => ladder.status === status);
    const [first] = such;
    const broken = first?.ladder.rungs.find(({ isBroken }) => isBroken);
    return {
      technology,
      label: TECHNOLOGY_LABELS[technology],
      status,
      share:
        applying.length > 1
          ? such.length === applying.length
            ? `all ${formatPlural(applying.length, "adapter")}`
            : `${such.length} of ${formatPlural(applying.length, "adapter")}`
          : null,
      reason: broken?.fault ?? null,
      href: first ? `#${first.group.anchor}` : null,
    };
  });
}
