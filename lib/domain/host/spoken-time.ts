import type { IsoTime } from "../facts.ts";

/** A moment for a sentence, to the minute and in UTC, since nobody knows where it is read: "2026-11-24 09:00 UTC". */
export function spokenTime(at: IsoTime): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
