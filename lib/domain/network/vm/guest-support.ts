import type { Guest, LinuxDistribution } from "../../guest/recognise-guest.ts";

/** First release of each distribution, according to Microsoft's guest tables. */
type FirstReleases = Partial<Record<LinuxDistribution, readonly [major: number, minor: number]>>;

function firstReleases(
  redHat: readonly [number, number],
  ubuntu: readonly [number, number],
  suse: readonly [number, number],
): FirstReleases {
  return {
    "Red Hat": redHat,
    CentOS: redHat,
    AlmaLinux: redHat,
    Rocky: redHat,
    "Oracle Linux": redHat,
    Ubuntu: ubuntu,
    Debian: [10, 0],
    SLES: suse,
    SUSE: suse,
  };
}

const FIRST_WITH_VF = firstReleases([7, 4], [16, 4], [12, 2]);
const FIRST_WITH_VRSS = firstReleases([7, 1], [14, 4], [12, 1]);
/** Windows 8 and Server 2012. */
const FIRST_WINDOWS_WITH_VF = 9200;
/** Windows 8.1 and Server 2012 R2. */
const FIRST_WINDOWS_WITH_VRSS = 9600;
const FIRST_FREEBSD_WITH_VRSS = [11, 0] as const;
/** The newest release that the tables list without it. */
const LAST_FREEBSD_WITHOUT_VF = 12;

/** Whether the guest OS supports virtual functions; `null` if undocumented. */
export function canDriveVirtualFunction(guest: Guest): boolean | null {
  if (guest.family === "windows") {
    if (guest.build < FIRST_WINDOWS_WITH_VF || guest.bits === 32) return false;
    return guest.bits === 64 ? true : null;
  }
  if (guest.family === "freebsd") {
    const major = numbersOf(guest.version)?.[0];
    return major !== undefined && major <= LAST_FREEBSD_WITHOUT_VF ? false : null;
  }
  return guest.family === "linux" ? isSince(guest, FIRST_WITH_VF) : null;
}

/** Whether the guest OS can distribute received traffic over its processors. */
export function canSpreadReceive(guest: Guest): boolean | null {
  if (guest.family === "windows") return guest.build >= FIRST_WINDOWS_WITH_VRSS;
  if (guest.family === "freebsd") return isVersionSince(guest.version, FIRST_FREEBSD_WITH_VRSS);
  return guest.family === "linux" ? isSince(guest, FIRST_WITH_VRSS) : null;
}

function isSince(
  { distribution, version }: Extract<Guest, { family: "linux" }>,
  first: FirstReleases,
): boolean | null {
  const release = distribution === null ? undefined : first[distribution];
  return release === undefined ? null : isVersionSince(version, release);
}

function isVersionSince(version: string | null, [major, minor]: readonly [number, number]): boolean | null {
  const numbers = numbersOf(version);
  if (numbers === null) return null;
  const [ourMajor, ourMinor] = numbers;
  if (ourMajor !== major) return ourMajor > major;
  if (minor === 0) return true;
  return ourMinor === undefined ? null : ourMinor >= minor;
}

function numbersOf(version: string | null): [major: number, minor?: number] | null {
  const found = /^(\d{1,6})(?:\.(\d{1,6}))?/.exec(version ?? "");
  if (!found?.[1]) return null;
  return found[2] === undefined ? [Number(found[1])] : [Number(found[1]), Number(found[2])];
}
