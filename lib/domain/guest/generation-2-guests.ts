import type { Guest, LinuxDistribution } from "./recognise-guest.ts";

/** Where a guest stands on the list of operating systems that support generation 2. */
export type Standing = "listed" | "older" | "newer" | "unlisted" | "unread";

type Version = readonly [major: number, minor?: number];
interface Range {
  first: Version;
  last: Version;
}

/** Windows 8 and Windows Server 2012. */
const FIRST_WINDOWS_BUILD = 9200;
const RED_HAT: Range = { first: [7], last: [10] };
const SLES: Range = { first: [12], last: [15] };
const FREEBSD: Range = { first: [11], last: [13, 5] };
const BY_DISTRIBUTION: Partial<Record<LinuxDistribution, Range>> = {
  Ubuntu: { first: [14, 4], last: [24, 4] },
  Debian: { first: [10], last: [12] },
  "Red Hat": RED_HAT,
  CentOS: RED_HAT,
  AlmaLinux: RED_HAT,
  Rocky: RED_HAT,
  "Oracle Linux": RED_HAT,
  SLES,
};
const SLES_IN_FULL = /suse linux enterprise server/i;
const VERSION = /^(\d{1,4})(?:\.(\d{1,4}))?/;

export function generation2Standing(guest: Guest): Standing {
  switch (guest.family) {
    case "windows":
      return guest.build < FIRST_WINDOWS_BUILD ? "older" : "listed";
    case "freebsd":
      return standingIn(FREEBSD, guest.version);
    case "linux": {
      const range = rangeOf(guest);
      return range ? standingIn(range, guest.version) : "unlisted";
    }
    case "unknown":
      return guest.name === null ? "unread" : "unlisted";
  }
}

function rangeOf({ distribution, name }: Extract<Guest, { family: "linux" }>): Range | undefined {
  if (distribution === "SUSE") return SLES_IN_FULL.test(name) ? SLES : undefined;
  return distribution ? BY_DISTRIBUTION[distribution] : undefined;
}

function standingIn({ first, last }: Range, version: string | null): Standing {
  const parts = version === null ? null : VERSION.exec(version.trim());
  if (!parts) return "unread";
  const major = Number(parts[1]);
  const minor = parts[2] === undefined ? null : Number(parts[2]);

  const [firstMajor, firstMinor] = first;
  if (major < firstMajor) return "older";
  if (major === firstMajor && firstMinor !== undefined && minor !== null && minor < firstMinor)
    return "older";

  const [lastMajor, lastMinor] = last;
  if (major > lastMajor) return "newer";
  if (major < lastMajor || lastMinor === undefined) return "listed";
  // A release that is reported by its major number alone, as FreeBSD may, lies in the range.
  return minor !== null && minor > lastMinor ? "newer" : "listed";
}
