/** The pages, in the order of the rail. The key is the one after G. */
const PLACES = [
  { href: "/", label: "Fleet", icon: "fleet", key: "f" },
  { href: "/vms", label: "VMs", icon: "vms", key: "v" },
  { href: "/hosts", label: "Hosts", icon: "hosts", key: "h" },
  { href: "/network", label: "Network", icon: "network", key: "n" },
  { href: "/findings", label: "Findings", icon: "findings", key: "i" },
  { href: "/generations", label: "Gen 1 → 2", icon: "generations", key: "1" },
  { href: "/compliance", label: "Compliance", icon: "compliance", key: "c" },
  { href: "/guide", label: "Guide", icon: "guide", key: "u" },
  { href: "/settings", label: "Settings", icon: "settings", key: "s" },
] as const;

export type Place = (typeof PLACES)[number];

const FOR_ALL: readonly Place[] = PLACES.filter(({ href }) => href !== "/settings");

/** The pages that the user may view: settings are for administrators. */
export function placesFor(isAdmin: boolean): readonly Place[] {
  return isAdmin ? PLACES : FOR_ALL;
}

/** The page that a path belongs to; `null` if there is none. */
export function placeOf(pathname: string): Place | null {
  return (
    PLACES.find(({ href }) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`))) ?? null
  );
}
