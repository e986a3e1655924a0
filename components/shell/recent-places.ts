export interface RecentPlace {
  href: string;
  name: string;
}

const KEY = "innkeeper-places";
const KEPT = 5;

/** The recently viewed entities, for the palette. Stored in this browser; a browser without storage has none. */
export function readPlaces(): RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    return [];
  }
}

export function rememberPlace(place: RecentPlace): void {
  const others = readPlaces().filter((kept) => kept.href !== place.href);
  try {
    localStorage.setItem(KEY, JSON.stringify([place, ...others].slice(0, KEPT)));
  } catch {
    // Without storage space or permission the palette has no recent entries.
  }
}

function isPlace(value: unknown): value is RecentPlace {
  return (
    typeof value === "object" &&
    value !== null &&
    "href" in value &&
    "name" in value &&
    typeof value.href === "string" &&
    value.href.startsWith("/") &&
    typeof value.name === "string"
  );
}
