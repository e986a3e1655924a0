import type { GuestFacts } from "../facts.ts";
import { type Guest, type LinuxDistribution, recogniseGuest } from "./recognise-guest.ts";

const MICROSOFT = /^microsoft\s+/i;
const WHITE_SPACE = /\s+/g;

/** The OS as people write it, "Windows Server 2022 Datacenter" or "Ubuntu 22.04"; `null` if none is reported. */
export function guestOsName(facts: GuestFacts | null): string | null {
  return nameOf(recogniseGuest(facts));
}

export function nameOf(guest: Guest): string | null {
  if (guest.name === null) return null;
  const name = guest.name.replace(WHITE_SPACE, " ");
  switch (guest.family) {
    case "windows":
      return name.replace(MICROSOFT, "");
    case "linux":
    case "freebsd":
      return withVersion(name, guest.version);
    case "unknown":
      return name;
  }
}

const SERVER = /^Windows Server (?:\d{4}(?: R2)?)/i;
const HYPERV_SERVER = /^Hyper-V Server \d{4}(?: R2)?/i;
const CLIENT = /^Windows (?:\d+(?:\.\d+)?|Vista|XP)/i;
const WINDOWS_WORD = /^Windows /i;

const SHORT_DISTRIBUTIONS = {
  Ubuntu: "Ubuntu",
  Debian: "Debian",
  "Red Hat": "RHEL",
  CentOS: "CentOS",
  AlmaLinux: "Alma",
  Rocky: "Rocky",
  "Oracle Linux": "Oracle",
  SLES: "SLES",
  SUSE: "SUSE",
  openSUSE: "openSUSE",
  Fedora: "Fedora",
  Arch: "Arch",
  Alpine: "Alpine",
  "Amazon Linux": "Amazon",
  "Azure Linux": "Azure Linux",
  Mariner: "Mariner",
  Kali: "Kali",
  Photon: "Photon",
  Gentoo: "Gentoo",
} as const satisfies Record<LinuxDistribution, string>;

/** The same for a dense table: "Server 2022", "RHEL 9.3". An unknown name stays as the guest wrote it. */
export function guestOsShortName(facts: GuestFacts | null): string | null {
  const guest = recogniseGuest(facts);
  const name = nameOf(guest);
  if (name === null) return null;
  switch (guest.family) {
    case "windows": {
      const short = (SERVER.exec(name) ?? HYPERV_SERVER.exec(name) ?? CLIENT.exec(name))?.[0] ?? name;
      return CLIENT.test(short) ? short : short.replace(WINDOWS_WORD, "");
    }
    case "linux":
      return withVersion(
        guest.distribution ? SHORT_DISTRIBUTIONS[guest.distribution] : "Linux",
        guest.version,
      );
    case "freebsd":
      return withVersion("FreeBSD", guest.version);
    case "unknown":
      return name;
  }
}

function withVersion(name: string, version: string | null): string {
  return version === null || name.includes(version) ? name : `${name} ${version}`;
}
