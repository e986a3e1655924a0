import { ChartNoAxesColumn, Rows3, Server } from "lucide-react";

/** The pages that exist, in the order of the rail. The key is what follows G. */
export const PLACES = [
  { href: "/", label: "Fleet", Icon: ChartNoAxesColumn, key: "f" },
  { href: "/vms", label: "VMs", Icon: Rows3, key: "v" },
  { href: "/hosts", label: "Hosts", Icon: Server, key: "h" },
] as const;

/** The place that a path belongs to. */
export function placeOf(pathname: string): (typeof PLACES)[number] {
  const [fleet, ...others] = PLACES;
  return others.find((place) => pathname === place.href || pathname.startsWith(`${place.href}/`)) ?? fleet;
}
