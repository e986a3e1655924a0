import type { ChangeKind } from "./words.ts";

/** One fact that differs from the previous report. `null` means that there was none, or there is none. */
export interface ChangeEntry {
  kind: ChangeKind;
  field: string;
  from: string | null;
  to: string | null;
}

/** A fact as rules read it; `null` is unread. */
export type FactValue = string | number | boolean | null;

export const MAX_ENTRIES = 50;
const MAX_TEXT_LENGTH = 200;

/**
 * The entry for a fact that changed. Unread on either side is not a change of the host or VM, only of what could be
 * read, so it writes no entry: an agent that loses its rights does not fill the log.
 */
export function factChange(
  kind: ChangeKind,
  field: string,
  from: FactValue,
  to: FactValue,
): ChangeEntry | null {
  return from === null || to === null ? null : valueChange(kind, field, from, to);
}

/** The same for a value where `null` means that there is none. */
export function valueChange(
  kind: ChangeKind,
  field: string,
  from: FactValue,
  to: FactValue,
): ChangeEntry | null {
  if (from === to) return null;
  return { kind, field: shortText(field), from: asText(from), to: asText(to) };
}

/** At most 50 entries; if there are more, the last entry gives the number that it stands for. */
export function boundedEntries(entries: ChangeEntry[]): ChangeEntry[] {
  if (entries.length <= MAX_ENTRIES) return entries;
  const kept = entries.slice(0, MAX_ENTRIES - 1);
  const left = entries.length - kept.length;
  return [...kept, { kind: "configuration", field: "more", from: null, to: `${left} more changes` }];
}

function asText(value: FactValue): string | null {
  return value === null ? null : shortText(String(value));
}

/** Cut between characters, never inside one: the database rejects half a surrogate pair. */
export function shortText(text: string, maxLength = MAX_TEXT_LENGTH): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
