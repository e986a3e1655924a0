/** The kinds of guide pages, in the order of the index. */
export const GUIDE_KINDS = ["services", "technologies", "capabilities", "rules", "ideas"] as const;
export type GuideKind = (typeof GUIDE_KINDS)[number];

/** The address of a guide page, or of a place on it. */
export function guideHref(kind: GuideKind, key: string, place?: string): string {
  return `/guide/${kind}/${key}${place === undefined ? "" : `#${place}`}`;
}

/** A conversion check has no page of its own: it is on the page of the conversion's rule. */
export function checkHref(key: string): string {
  return guideHref("rules", "gen.conversion", checkPlace(key));
}

export function checkPlace(key: string): string {
  return `check-${key}`;
}

/** A rung has no page of its own: it is on its technology's page. */
export function rungHref(technology: string, rung: string): string {
  return guideHref("technologies", technology, `rung-${rung}`);
}
