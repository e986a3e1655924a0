import { GUIDE_KINDS, type GuideKind } from "@/lib/format/guide-href.ts";
import type { GuideEntry } from "@/lib/guide/page.ts";

/** Pages that contain every word, those whose name starts with it first. */
export function matchEntries(entries: readonly GuideEntry[], search: string): GuideEntry[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  const [first = ""] = words;
  return entries
    .filter((entry) => words.every((word) => spokenBy(entry).includes(word)))
    .toSorted((left, right) => rankOf(left, first) - rankOf(right, first));
}

export function countByKind(entries: readonly GuideEntry[]): Record<GuideKind, number> {
  const counts = { services: 0, technologies: 0, capabilities: 0, rules: 0, ideas: 0 };
  for (const kind of GUIDE_KINDS) counts[kind] = entries.filter((entry) => entry.kind === kind).length;
  return counts;
}

function spokenBy({ title, key, lead, names }: GuideEntry): string {
  return `${title} ${key} ${lead} ${names}`.toLowerCase();
}

function rankOf({ title, key }: GuideEntry, word: string): number {
  if (title.toLowerCase().startsWith(word) || key.startsWith(word)) return 0;
  return title.toLowerCase().includes(word) ? 1 : 2;
}
