import type { GuestFacts } from "../facts.ts";

/** Distributions recognized by name. The order matters if one name contains another's words. */
export const LINUX_DISTRIBUTIONS = [
  "Ubuntu",
  "Debian",
  "Red Hat",
  "CentOS",
  "AlmaLinux",
  "Rocky",
  "Oracle Linux",
  "SLES",
  "SUSE",
  "openSUSE",
  "Fedora",
  "Arch",
  "Alpine",
  "Amazon Linux",
  "Azure Linux",
  "Mariner",
  "Kali",
  "Photon",
  "Gentoo",
] as const;
export type LinuxDistribution = (typeof LINUX_DISTRIBUTIONS)[number];

/** The guest's OS as far as its own report shows. Nothing is guessed: an unrecognized name is `unknown`. */
export type Guest =
  | { family: "windows"; name: string; build: number; bits: 32 | 64 | null }
  | {
      family: "linux";
      name: string;
      /** `null` where the guest calls itself plain "Linux". */
      distribution: LinuxDistribution | null;
      /** As the distribution writes it, "22.04"; `null` if none is reported. */
      version: string | null;
      bits: 32 | 64 | null;
    }
  | { family: "freebsd"; name: string; version: string | null; bits: 32 | 64 | null }
  | { family: "unknown"; name: string | null; bits: 32 | 64 | null };

const WINDOWS = /^(?:microsoft )?(?:windows|hyper-v server|azure stack hci|azure local)/i;
const DIGITS = /^\d{1,9}$/;
const FREEBSD = /^freebsd(?![\p{L}\p{N}])/iu;
const PLAIN_LINUX = /^linux$/i;
const DISTRIBUTION = new RegExp(
  `(?<![\\p{L}\\p{N}])(${LINUX_DISTRIBUTIONS.join("|")})(?![\\p{L}\\p{N}])`,
  "iu",
);
const BY_LOWER_CASE: ReadonlyMap<string, LinuxDistribution> = new Map(
  LINUX_DISTRIBUTIONS.map((name) => [name.toLowerCase(), name]),
);
const FIRST_NUMBER = /\d+(?:\.\d+)*/;
const SIXTY_FOUR_BITS: ReadonlySet<string> = new Set(["9", "x86_64", "amd64", "12", "aarch64", "arm64"]);
const THIRTY_TWO_BITS: ReadonlySet<string> = new Set(["0", "i386", "i486", "i586", "i686"]);

const NOBODY: Guest = { family: "unknown", name: null, bits: null };

/** Whether these facts name the guest's OS at all. */
export function tellsSystem(facts: GuestFacts | null): facts is GuestFacts {
  return facts !== null && facts.osName !== null && facts.osName.trim() !== "";
}

/** By its name only; it counts as Windows only with a numeric build. */
export function saysWindows({ osName }: Pick<GuestFacts, "osName">): boolean {
  return WINDOWS.test((osName ?? "").trim());
}

export function recogniseGuest(facts: GuestFacts | null): Guest {
  if (!tellsSystem(facts)) return NOBODY;
  const name = (facts.osName ?? "").trim();
  const bits = bitsOf(facts.processorArchitecture);

  const build = facts.osBuildNumber?.trim() ?? "";
  if (WINDOWS.test(name) && DIGITS.test(build))
    return { family: "windows", name, build: Number(build), bits };
  if (FREEBSD.test(name)) return { family: "freebsd", name, version: freebsdVersion(facts, name), bits };

  const distribution = distributionIn(name);
  if (distribution !== null || PLAIN_LINUX.test(name))
    return { family: "linux", name, distribution, version: linuxVersion(facts, name), bits };
  return { family: "unknown", name, bits };
}

function distributionIn(name: string): LinuxDistribution | null {
  const word = DISTRIBUTION.exec(name)?.[1];
  return word === undefined ? null : (BY_LOWER_CASE.get(word.toLowerCase()) ?? null);
}

/** A Linux guest writes its `VERSION_ID` where Windows writes the major version; the other numbers are its kernel's. */
function linuxVersion({ osMajorVersion }: GuestFacts, name: string): string | null {
  return osMajorVersion?.trim() || (FIRST_NUMBER.exec(name)?.[0] ?? null);
}

function freebsdVersion(
  { osMajorVersion, osMinorVersion, osVersion }: GuestFacts,
  name: string,
): string | null {
  const major = osMajorVersion?.trim() ?? "";
  const minor = osMinorVersion?.trim() ?? "";
  if (DIGITS.test(major) && DIGITS.test(minor)) return `${major}.${minor}`;
  const told = [major, osVersion ?? "", name].flatMap((text) => FIRST_NUMBER.exec(text)?.[0] ?? []);
  // The release is reported in more than one place, with and without its minor number; any other number belongs to
  // something else.
  const [first] = told;
  return told.find((number) => number.startsWith(`${first}.`)) ?? first ?? null;
}

/** From the architecture as the guest's kernel or Windows reports it; an unrecognized value gives no answer. */
export function bitsOf(architecture: string | null): 32 | 64 | null {
  if (architecture === null) return null;
  const word = architecture.trim().toLowerCase();
  if (SIXTY_FOUR_BITS.has(word)) return 64;
  return THIRTY_TWO_BITS.has(word) ? 32 : null;
}
