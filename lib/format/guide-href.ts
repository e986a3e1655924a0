/** What the guide has pages of, in the order of its index. */
export const GUIDE_KINDS = ["services", "technologies", "capabilities", "rules", "ideas"] as const;
export type GuideKind = (typeof GUIDE_KINDS)[number];

/** The address of a page of the guide, or of a place on it. */
export function guideHref(kind: GuideKind, key: string, place?: string): string {
  return `/guide/${kind}/${key}${place === undefined ? "" : `#${place}`}`;
}

/** A rung has no page of its own: it stands on its technology's. */
export function rungHref(technology: string, rung: string): string {
  return guideHref("technologies", technology, `rung-${rung}`);
}
