/** Control characters, bidirectional marks and line breaks, which must not reach a terminal in a name chosen by a host. */
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Text on one line, without characters that a terminal interprets. */
export function toPrintable(text: string): string {
  return text.replaceAll(OBEYED, "\uFFFD");
}

/** Text of several lines, each made printable. */
export function toPrintableLines(text: string): string {
  return text.split("\n").map(toPrintable).join("\n");
}

/** JSON itself escapes characters below the space; this escapes the other characters that a terminal interprets. */
export function toPrintableJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u009F]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}
