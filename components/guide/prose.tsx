import Link from "next/link";
import { parseProse } from "@/lib/format/prose.ts";

/** A text of the guide: words, code, and links to other guide pages. */
export function Prose({ text }: { text: string }) {
  return parseProse(text).map((part) => {
    switch (part.kind) {
      case "code":
        return (
          <code key={part.at} className="wrap-anywhere">
            {part.text}
          </code>
        );
      case "link":
        return (
          <Link key={part.at} href={part.href} className="link" prefetch={false}>
            {part.text}
          </Link>
        );
      case "words":
        return part.text;
    }
  });
}
