import type { GuideLadder, GuideRung } from "@/lib/guide/page.ts";
import { OpenTarget } from "./open-target.tsx";
import { Prose } from "./prose.tsx";

/** What is missing if a rung does not pass. */
const LACKS = {
  capability: "a capability",
  setting: "a setting",
  wish: "a choice, not a fault",
  guest: "known only to the guest",
} as const satisfies Record<GuideRung["lacks"], string>;

/** A longer list starts folded, so that a page is at most a screen and a half. */
const SHORT_RUNGS = 7;

/** The rungs of a technology in order; each can be linked to. */
export function GuideLadders({ ladders }: { ladders: readonly GuideLadder[] }) {
  if (ladders.length === 0) return null;
  const named = new Set<string>();
  const lists = ladders.map(({ title, note, rungs }, at) => (
    <details key={title} className="guide-ladder" open={at === 0 && rungs.length <= SHORT_RUNGS}>
      <summary className="focus-inside">
        <h2>{title}</h2>
        <span>{rungs.length} rungs</span>
      </summary>
      <p className="guide-note">
        <Prose text={note} />
      </p>
      <ol className="guide-rungs">
        {rungs.map((rung, index) => {
          // A rung that is in two ladders is linked to in the first.
          const isFirst = !named.has(rung.key);
          named.add(rung.key);
          return (
            <li key={rung.key} {...(isFirst ? { id: `rung-${rung.key}` } : {})}>
              <span className="guide-rung-number" aria-hidden>
                {index + 1}
              </span>
              <div>
                <b>{rung.title}</b>{" "}
                <span>
                  <Prose text={rung.text} />
                </span>
              </div>
              <span className="guide-lacks">{LACKS[rung.lacks]}</span>
            </li>
          );
        })}
      </ol>
    </details>
  ));
  return (
    <>
      {lists}
      <OpenTarget />
    </>
  );
}
