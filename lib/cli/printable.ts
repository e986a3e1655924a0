/** What a terminal obeys or reorders, and what breaks a line: none of it belongs into a name that a host chose. */
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Text on one line, in which a terminal finds nothing to obey. */
export function toPrintable(text: string): string {
  return text.replaceAll(OBEYED, "\uFFFD");
}

/** Text of several lines, of which the same holds for each. */
export function toPrintableLines(text: string): string {
  return text.split("\n").map(toPrintable).join("\n");
}

/** JSON escapes what is below the space by itself; beyond it stand the other characters that a terminal obeys. */
export function toPrintableJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u009F]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}
