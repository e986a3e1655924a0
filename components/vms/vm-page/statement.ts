export type Tone = "critical" | "warning" | "unknown" | "ok" | "quiet";

/** One of the four answers below the name; it links to the section with the details. */
export interface Statement {
  href: string;
  tone: Tone;
  title: string;
  note: string;
  /** A moment whose age ends the note. */
  since: string | null;
}
