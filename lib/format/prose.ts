/** A piece of a text: words, literal input or output, or a link to another guide page. */
export type ProsePart =
  | { kind: "words" | "code"; at: number; text: string }
  | { kind: "link"; at: number; text: string; href: string };

const MARKED = /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** Splits a text at its marks: `code`, and [words](rules/is.vss), whose address is the path under /guide. */
export function parseProse(text: string): ProsePart[] {
  const parts: ProsePart[] = [];
  let done = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, code, words, address] = match;
    if (match.index > done) parts.push({ kind: "words", at: done, text: text.slice(done, match.index) });
    if (code !== undefined) parts.push({ kind: "code", at: match.index, text: code });
    else if (words !== undefined && address !== undefined)
      parts.push({ kind: "link", at: match.index, text: words, href: `/guide/${address}` });
    done = match.index + whole.length;
  }
  if (done < text.length) parts.push({ kind: "words", at: done, text: text.slice(done) });
  return parts;
}
