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

/** Reports why the agent last could not send. It has no data: nothing of the host was read or not read. */
export const SENDING_SECTION = "sending";

/** A section as it is shown: `failed` if the agent reported it as read but sent nothing. */
export interface SectionState extends SectionFacts {
  /** Whether the section's data could not be read: an array is `null`, regardless of the status. */
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
 * The seven sections in their order, then any others that a newer agent names, which are not judged. Duplicates inside
 * a VM were corrected before.
 */
export function sectionStates(snapshot: SnapshotFacts<unknown>): SectionState[] {
  return allSectionStates(firstHostRows(snapshot).sections, unreadSections(snapshot));
}

/** The same for a report whose duplicate rows were already removed. */
export function allSectionStates(sections: readonly SectionFacts[], unread: Unread): SectionState[] {
  const others = sections.filter(({ name }) => !SECTION_NAMES.some((known) => known === name));
  return [
    ...namedSectionStates(sections, unread),
    ...others.map((section) => ({ ...section, isUnread: false })),
  ];
}

/**
 * As stored with a report. Its list of VMs is not stored as a list, so whether it was read follows from the status of
 * its section.
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

/** The seven only. A section that the report does not name is `skipped`; of two with one name, the first counts. */
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
