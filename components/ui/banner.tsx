import Link from "next/link";
import type { ReactNode } from "react";
import { Glyph, type GlyphWord } from "./glyph.tsx";

const GLYPHS = {
  incident: "critical",
  stale: "stale",
  late: "late",
  gone: "unknown",
  retired: "retired",
} as const satisfies Record<string, GlyphWord>;

/** One line under the top bar: number, place, time since, cause, and one link. */
export function Banner({
  kind,
  children,
  link,
  action,
}: {
  kind: keyof typeof GLYPHS;
  children: ReactNode;
  link?: { href: string; label: string };
  action?: ReactNode;
}) {
  return (
    <output className={`strip strip-${kind}`}>
      <Glyph word={GLYPHS[kind]} size={16} />
      <p className="strip-text">{children}</p>
      {link === undefined ? null : (
        <Link href={link.href} className="link strip-link tablet:ml-auto whitespace-nowrap">
          {link.label}
        </Link>
      )}
      {action === undefined ? null : (
        <span className={link === undefined ? "strip-link tablet:ml-auto" : "strip-corner"}>{action}</span>
      )}
    </output>
  );
}
