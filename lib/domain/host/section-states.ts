import type { SectionFacts, SnapshotFacts } from "../facts.ts";
import type { HostJudgementInput } from "../judgement.ts";
import { firstRows } from "./first-rows.ts";

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
export function unreadSections(snapshot: SnapshotFacts): Unread {
  return {
    physicalAdapters: snapshot.physicalAdapters === null,
    switches: snapshot.switches === null,
    hostAdapters: snapshot.hostAdapters === null,
    teams: snapshot.teams === null,
    smb: snapshot.smb === null,
    vms: snapshot.vms === null,
  };
}

/** The seven sections in their order, then any other that a newer agent names, which nothing judges. */
export function sectionStates(snapshot: SnapshotFacts): SectionState[] {
  const { sections } = firstRows(snapshot);
  const others = sections.filter(({ name }) => !SECTION_NAMES.some((known) => known === name));
  return [
    ...namedSectionStates(sections, unreadSections(snapshot)),
    ...others.map((section) => ({ ...section, isUnread: false })),
  ];
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
