export type Tone = "critical" | "warning" | "unknown" | "ok" | "quiet";

/** One of the four answers under the name; it leads to the section that says more. */
export interface Statement {
  href: string;
  tone: Tone;
  title: string;
  note: string;
  /** A moment whose age ends the note. */
  since: string | null;
}
