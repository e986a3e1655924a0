const MAX_TAG_LENGTH = 64;

/** Letters of any language with the combining marks that some use, digits, `-` and `_`. */
const LETTER = String.raw`[\p{L}\p{M}\p{Nd}_-]`;
const TAG_IN_TEXT = new RegExp(String.raw`(?<![^\s(,;])#(${LETTER}+)`, "gu");
const TAG = new RegExp(`^${LETTER}{1,${MAX_TAG_LENGTH}}$`, "u");

/** A word as a tag, in lower case; `null` if it is too long, empty, or contains a character that tags may not have. */
export function asTag(word: string): string | null {
  return TAG.test(word) ? word.toLowerCase().normalize("NFC") : null;
}

/** The `#word`s in a VM's notes, each once, in the order of the text. A word that is too long is skipped, not cut. */
export function tagsOf(notes: string | null): string[] {
  if (notes === null || !notes.includes("#")) return [];

  const tags = new Set<string>();
  for (const [, word = ""] of notes.matchAll(TAG_IN_TEXT)) {
    const tag = asTag(word);
    if (tag !== null) tags.add(tag);
  }
  return [...tags];
}
