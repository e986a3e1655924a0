import type { Guest, LinuxDistribution } from "../guest/recognise-guest.ts";
import type { Remedy } from "../judgement.ts";
import type { ComponentKey } from "../words.ts";

type LinuxGuest = Pick<Extract<Guest, { family: "linux" }>, "distribution" | "version">;

/** The services that need a daemon in addition to the kernel component. */
export type DaemonKey = Extract<ComponentKey, "data-exchange" | "vss" | "guest-services">;

interface Packaging {
  platform: string;
  install: string;
  units: Record<DaemonKey, string | null>;
  note: string;
}

const FCOPY_NOTE = "Kernels 6.10 and later use a different file copy daemon, which not every release ships.";

const UBUNTU: Packaging = {
  platform: "Ubuntu",
  install: "apt-get install -y linux-cloud-tools-virtual",
  units: { "data-exchange": "hv-kvp-daemon", vss: "hv-vss-daemon", "guest-services": "hv-fcopy-daemon" },
  note: "Run as root. For a guest with an azure kernel, use linux-cloud-tools-azure.",
};
const DEBIAN: Packaging = {
  platform: "Debian",
  install: "apt-get install -y hyperv-daemons",
  units: { "data-exchange": "hv-kvp-daemon", vss: "hv-vss-daemon", "guest-services": "hv-fcopy-daemon" },
  note: "Run as root.",
};
const RED_HAT: Packaging = {
  platform: "RHEL, AlmaLinux, Rocky, Oracle",
  install: "dnf install -y hyperv-daemons",
  units: { "data-exchange": "hypervkvpd", vss: "hypervvssd", "guest-services": "hypervfcopyd" },
  note: "Run as root. On release 7, use yum instead of dnf.",
};
const RED_HAT_7: Packaging = { ...RED_HAT, install: "yum install -y hyperv-daemons", note: "Run as root." };
const SUSE: Packaging = {
  platform: "SUSE",
  install: "zypper --non-interactive install hyper-v",
  units: { "data-exchange": null, vss: null, "guest-services": null },
  note: "Run as root. Unit names differ between releases: the second command lists them; then enable the one you need.",
};
const ARCH: Packaging = {
  platform: "Arch",
  install: "pacman -S --needed --noconfirm hyperv",
  units: { "data-exchange": "hv_kvp_daemon", vss: "hv_vss_daemon", "guest-services": null },
  note: "Run as root.",
};

const PACKAGING: Partial<Record<LinuxDistribution, Packaging>> = {
  Ubuntu: UBUNTU,
  Debian: DEBIAN,
  Kali: DEBIAN,
  "Red Hat": RED_HAT,
  CentOS: RED_HAT,
  AlmaLinux: RED_HAT,
  Rocky: RED_HAT,
  "Oracle Linux": RED_HAT,
  Fedora: RED_HAT,
  SLES: SUSE,
  SUSE,
  openSUSE: SUSE,
  Arch: ARCH,
};
const ALL_PACKAGINGS = [UBUNTU, DEBIAN, RED_HAT, SUSE, ARCH];

export function isDaemonKey(key: ComponentKey): key is DaemonKey {
  return key === "data-exchange" || key === "vss" || key === "guest-services";
}

/** The name of a daemon's unit, by system; `null` if that differs between releases, or none is shipped. */
export function linuxUnits(key: DaemonKey): { platform: string; unit: string | null }[] {
  return ALL_PACKAGINGS.map(({ platform, units }) => ({ platform, unit: units[key] }));
}

/** For an unknown distribution, one remedy for each known one. */
export function startLinuxDaemon(key: DaemonKey, guest: LinuxGuest | null): Remedy[] {
  const distribution = guest?.distribution ?? null;
  if (distribution === null) return ALL_PACKAGINGS.map((packaging) => installDaemon(key, packaging));
  const packaging = PACKAGING[distribution];
  if (!packaging) return [findDaemon(distribution)];
  return [installDaemon(key, isBeforeDnf(packaging, guest?.version ?? null) ? RED_HAT_7 : packaging)];
}

/** Releases 6 and 7 of the family; Fedora uses higher numbers. */
function isBeforeDnf(packaging: Packaging, version: string | null): boolean {
  return packaging === RED_HAT && /^[67](?:\.|$)/.test(version ?? "");
}

export function loadLinuxModule(): Remedy {
  return inLinux(
    "Linux",
    "modprobe hv_utils && dmesg | grep -i hv_utils",
    "Run as root. A module built into the kernel is not listed by lsmod; a line in /etc/modules-load.d loads it at every boot.",
  );
}

export function showLinuxKernel(): Remedy {
  return inLinux(
    "Linux",
    "uname -r && modinfo hv_utils",
    "The protocol is part of the kernel: a newer kernel from the distribution resolves this but requires a guest reboot.",
  );
}

function installDaemon(key: DaemonKey, { platform, install, units, note }: Packaging): Remedy {
  const unit = units[key];
  const enable = unit ? `systemctl enable --now ${unit}` : "systemctl list-unit-files 'hv*' 'hyper*'";
  return inLinux(
    platform,
    `${install} && ${enable}`,
    key === "guest-services" ? `${note} ${FCOPY_NOTE}` : note,
  );
}

function findDaemon(distribution: LinuxDistribution): Remedy {
  return inLinux(
    distribution,
    "modprobe hv_utils; ls /usr/sbin /usr/bin | grep -i -e '^hv_' -e '^hyperv'",
    "Run as root. The daemons are part of the kernel tools (hv_kvp_daemon, hv_vss_daemon); start the missing one.",
  );
}

function inLinux(platform: string, command: string, note: string): Remedy {
  return { runOn: "guest", shell: "bash", platform, command, cost: "nothing", note };
}
