import Link from "next/link";
import { Bar } from "@/components/ui/bar.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { formatCount } from "@/lib/format/count.ts";
import type { LiveShares } from "./prepare-guide-live.ts";

/** How many have which status: one bar for all, and each count with a link to its list. */
export function Shares({ title, shares }: LiveShares) {
  if (shares.length === 0) return null;
  return (
    <div className="guide-shares">
      <h3>{title}</h3>
      <Bar parts={shares} height={12} />
      <ul>
        {shares.map(({ word, label, count, href }) => (
          <li key={word}>
            <Glyph word={word} />
            <Link href={href}>{label}</Link>
            <b>{formatCount(count)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
