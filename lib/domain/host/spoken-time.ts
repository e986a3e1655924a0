import type { IsoTime } from "../facts.ts";

/** A time for a sentence, to the minute and in UTC, since the reader's time zone is unknown: "2026-11-24 09:00 UTC". */
export function spokenTime(at: IsoTime): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
