import type { ReactNode } from "react";
import type { GuidePage } from "@/lib/guide/page.ts";
import { Prose } from "./prose.tsx";

/** Beside the text: this fleet's current data, then what is worth knowing and where it is from. */
export function GuideSide({
  page: { notes, sources },
  live,
}: {
  page: Pick<GuidePage, "notes" | "sources">;
  live: ReactNode;
}) {
  return (
    <div className="guide-side">
      {live}
      {notes.length === 0 ? null : (
        <section aria-labelledby="worth-knowing">
          <h2 id="worth-knowing">Worth knowing</h2>
          <ul className="guide-notes">
            {notes.map((note) => (
              <li key={note}>
                <Prose text={note} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {sources.length === 0 ? null : (
        <section aria-labelledby="sources">
          <h2 id="sources">Sources</h2>
          <ul className="guide-sources">
            {sources.map(({ title, publisher }) => (
              <li key={title}>
                <cite>{title}</cite>, {publisher}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
