import { Glyph } from "@/components/ui/glyph.tsx";
import type { GuideEffect, GuideEffects, GuideFact, GuidePage } from "@/lib/guide/page.ts";
import { GuideJudged } from "./guide-judged.tsx";
import { GuideLadders } from "./guide-ladders.tsx";
import { HandWork } from "./hand-work.tsx";
import { Prose } from "./prose.tsx";

/**
 * One page of the guide, in the order of a reader's questions: what it is, why it matters, how it is evaluated, how to
 * fix it.
 */
export function GuideArticle({ page }: { page: GuidePage }) {
  return (
    <article className="guide-article">
      <h1>{page.title}</h1>
      <p className="guide-lead">
        <Prose text={page.lead} />
      </p>
      <Facts facts={page.facts} />
      {page.breaks === null ? null : <Effects effects={page.breaks} />}
      {page.judged.map((table) => (
        <GuideJudged key={table.title} table={table} />
      ))}
      <GuideLadders ladders={page.ladders} />
      {page.hands.length === 0 ? null : (
        <section aria-labelledby="by-hand">
          <h2 id="by-hand">Check and fix manually</h2>
          <HandWork hands={page.hands} />
        </section>
      )}
    </article>
  );
}

function Facts({ facts }: { facts: readonly GuideFact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="guide-facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Prose text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const EFFECT_GLYPHS = { bad: "warning", minor: "info", fine: "healthy" } as const satisfies Record<
  GuideEffect["weight"],
  string
>;
const EFFECT_WORDS = { bad: "lost", minor: "worth knowing", fine: "not lost" } as const satisfies Record<
  GuideEffect["weight"],
  string
>;

function Effects({ effects }: { effects: GuideEffects }) {
  return (
    <section aria-labelledby="effects">
      <h2 id="effects">{effects.title}</h2>
      <ul className="guide-effects">
        {effects.items.map(({ weight, subject, text }) => (
          <li key={subject}>
            <Glyph word={EFFECT_GLYPHS[weight]} label={EFFECT_WORDS[weight]} />
            <div>
              <b>
                <Prose text={subject} />
              </b>{" "}
              <span>
                <Prose text={text} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
