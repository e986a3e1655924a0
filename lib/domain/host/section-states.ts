import type { SectionFacts, SnapshotFacts } from "../facts.ts";
import type { HostJudgementInput } from "../judgement.ts";
import { firstHostRows } from "./first-rows.ts";

export const SECTION_NAMES = [
  "host",
  "physicalAdapters",
  "switches",
  "hostAdapters",
  "teams",
  "smb",
  "vms",
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** A section as it is shown: its status is `failed` where the agent said that it was read and sent nothing. */
export interface SectionState extends SectionFacts {
  /** Whether what the section holds could not be read: an array that is `null`, whatever the status says. */
  isUnread: boolean;
}

type Unread = HostJudgementInput["unread"];

/** Which of the snapshot's arrays (and `smb`) are `null`. */
export function unreadSections(snapshot: SnapshotFacts<unknown>): Unread {
  return {
    physicalAdapters: snapshot.physicalAdapters === null,
    switches: snapshot.switches === null,
    hostAdapters: snapshot.hostAdapters === null,
    teams: snapshot.teams === null,
    smb: snapshot.smb === null,
    vms: snapshot.vms === null,
  };
}

/**
 * The seven sections in their order, then any other that a newer agent names, which nothing judges. What is doubled
 * inside a VM has been mended before.
 */
export function sectionStates(snapshot: SnapshotFacts<unknown>): SectionState[] {
  return allSectionStates(firstHostRows(snapshot).sections, unreadSections(snapshot));
}

/** The same of a report whose rows are first rows already. */
export function allSectionStates(sections: readonly SectionFacts[], unread: Unread): SectionState[] {
  const others = sections.filter(({ name }) => !SECTION_NAMES.some((known) => known === name));
  return [
    ...namedSectionStates(sections, unread),
    ...others.map((section) => ({ ...section, isUnread: false })),
  ];
}

/**
 * As they are kept with a report. Its list of VMs is not kept as a list, so whether there was none to read is told by
 * the status of its section.
 */
export function keptSections({
  sections,
  vms,
}: Pick<SnapshotFacts<unknown>, "sections" | "vms">): SectionFacts[] {
  if (vms !== null) return sections;
  return sections.map((section) =>
    section.name === "vms" && (section.status === "ok" || section.status === "partial")
      ? { ...section, status: "failed" }
      : section,
  );
}

/** The seven alone. One that the report does not name is `skipped`; of two with one name the first counts. */
export function namedSectionStates(
  sections: readonly SectionFacts[],
  unread: Unread,
): (SectionState & { name: SectionName })[] {
  return SECTION_NAMES.map((name) => {
    const told = sections.find((section) => section.name === name);
    const isUnread = name !== "host" && unread[name];
    const status = told?.status ?? "skipped";
    return {
      name,
      status: isUnread && (status === "ok" || status === "partial") ? "failed" : status,
      durationMs: told?.durationMs ?? null,
      collectedAt: told?.collectedAt ?? null,
      error: told?.error ?? null,
      isUnread,
    };
  });
}
