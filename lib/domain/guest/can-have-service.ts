import type { ComponentKey } from "../words.ts";
import type { Guest } from "./recognise-guest.ts";

/** Windows 8 and Server 2012: the first that accept files from the host, with updated integration services. */
const FIRST_BUILD_WITH_GUEST_SERVICES = 9200;
const FIRST_FREEBSD_WITH_BACKUP = [11, 1] as const;
const FIRST_SLES_WITH_GUEST_SERVICES = [11, 4] as const;

/**
 * Whether a guest is known not to support a service. A guest with an unknown OS or version might support it: only
 * evidence excludes a service.
 */
export function cannotHaveService(guest: Guest, key: ComponentKey): boolean {
  if (key === "guest-services") {
    if (guest.family === "windows") return guest.build < FIRST_BUILD_WITH_GUEST_SERVICES;
    if (guest.family === "freebsd") return true;
    return isSles(guest) && isOlder(guest.version, FIRST_SLES_WITH_GUEST_SERVICES, 0);
  }
  return (
    key === "vss" && guest.family === "freebsd" && isOlder(guest.version, FIRST_FREEBSD_WITH_BACKUP, null)
  );
}

function isSles(guest: Guest): guest is Extract<Guest, { family: "linux" }> {
  return guest.family === "linux" && (guest.distribution === "SLES" || guest.distribution === "SUSE");
}

/** `minorLeftOut` is the meaning of a version without a minor number: a first release, or unknown (`null`). */
function isOlder(
  version: string | null,
  [major, minor]: readonly [number, number],
  minorLeftOut: number | null,
): boolean {
  const [ourMajor, ourMinor] = (version ?? "").split(".", 2).map((part) => Number.parseInt(part, 10));
  if (ourMajor === undefined || Number.isNaN(ourMajor)) return false;
  if (ourMajor !== major) return ourMajor < major;
  const known = ourMinor === undefined || Number.isNaN(ourMinor) ? minorLeftOut : ourMinor;
  return known !== null && known < minor;
}
