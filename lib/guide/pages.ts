import { GUIDE_KINDS, guideHref } from "../format/guide-href.ts";
import { parseProse } from "../format/prose.ts";
import type { GuideEntry, GuidePage } from "./page.ts";
import { CAPABILITY_PAGES } from "./capabilities/index.ts";
import { IDEA_PAGES } from "./ideas/index.ts";
import { RULE_PAGES } from "./rules/index.ts";
import { SERVICE_PAGES } from "./services/index.ts";
import { TECHNOLOGY_PAGES } from "./technologies/index.ts";

/** Every page, in the order of the index. */
export const GUIDE_PAGES: readonly GuidePage[] = [
  ...SERVICE_PAGES,
  ...TECHNOLOGY_PAGES,
  ...CAPABILITY_PAGES,
  ...RULE_PAGES,
  ...IDEA_PAGES,
];

const BY_ADDRESS: ReadonlyMap<string, GuidePage> = new Map(
  GUIDE_PAGES.map((page) => [guideHref(page.kind, page.key), page]),
);

export function findGuidePage(kind: string, key: string): GuidePage | null {
  const known = GUIDE_KINDS.find((each) => each === kind);
  return (known && BY_ADDRESS.get(guideHref(known, key))) ?? null;
}

/** The index: created once, since the text of a page does not change while the server runs. */
export const GUIDE_ENTRIES: readonly GuideEntry[] = GUIDE_PAGES.map(
  ({ kind, key, title, lead, facts, rules }) => ({
    kind,
    key,
    title,
    lead: plain(lead),
    rules,
    names: plain(facts.map(({ value }) => value).join(" ")),
  }),
);

function plain(prose: string): string {
  return parseProse(prose)
    .map(({ text }) => text)
    .join("");
}
