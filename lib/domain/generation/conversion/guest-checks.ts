import { generation2Standing } from "../../guest/generation-2-guests.ts";
import { bitsOf, type Guest } from "../../guest/recognise-guest.ts";
import { hasMbr2gpt } from "../../guest/windows-edition.ts";
import type { Remedy } from "../../judgement.ts";
import * as remedies from "../../remedies/conversion.ts";
import { toldGuest, toldHostBuild, toldVersion } from "../evidence.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { isAtLeast, SERVER_2016 } from "../requirement.ts";
import { type ConversionCheck, defineCheck } from "./check.ts";

const FIRST_VERSION_WITH_KEY_STORAGE = "8.0";

const is64Bit = defineCheck({
  key: "G1",
  title: "The guest is 64-bit",
  grounds: {
    yes: {
      status: "pass",
      summary: "The guest OS is 64-bit.",
      decidedBy: "guest.processorArchitecture",
    },
    no: {
      status: "block",
      summary:
        "The guest OS is 32-bit, which generation 2 does not support: install a 64-bit OS in a new VM.",
      decidedBy: "guest.processorArchitecture",
    },
    unread: {
      status: "unknown",
      summary: "The guest has never reported its architecture.",
      decidedBy: "guest.processorArchitecture",
    },
  },
  decide: (scene) => {
    const bits = bitsOf(architectureOf(scene));
    if (bits === null) return "unread";
    return bits === 64 ? "yes" : "no";
  },
  evidence: (scene) => [
    { name: "guest.processorArchitecture", value: architectureOf(scene) },
    ...toldGuest(scene),
  ],
  remedies: ({ vm }, ground) => (ground === "unread" ? [remedies.showGuestSystem(vm.id)] : []),
});

const isOnList = defineCheck({
  key: "G2",
  title: "The guest OS supports generation 2",
  grounds: {
    listed: {
      status: "pass",
      summary: "The guest OS is on the list of those that support generation 2.",
      decidedBy: "guest",
    },
    older: {
      status: "block",
      summary: "The guest OS is too old for generation 2: upgrade it, or leave it as it is.",
      decidedBy: "guest",
    },
    newer: {
      status: "unknown",
      summary: "The guest OS is newer than the list of those that support generation 2.",
      decidedBy: "guest",
    },
    unlisted: {
      status: "unknown",
      summary: "No list shows whether the guest OS supports generation 2: ask its vendor.",
      decidedBy: "guest",
    },
    unread: {
      status: "unknown",
      summary: "The guest has never reported its OS or release.",
      decidedBy: "guest",
    },
  },
  decide: ({ guest: { system } }) => generation2Standing(system),
  evidence: toldGuest,
  remedies: ({ vm }, ground) => (ground === "unread" ? [remedies.showGuestSystem(vm.id)] : []),
});

const partitionStyle = defineCheck({
  key: "G3",
  title: "The boot disk can be converted to GPT",
  grounds: {
    windows: {
      status: "unknown",
      summary: "The host cannot see the partitions inside the disk: check with mbr2gpt in the guest.",
      decidedBy: "guest",
      isForGuest: true,
    },
    "windows-without-tool": {
      status: "caution",
      summary: "This Windows version has no mbr2gpt: convert its disk offline, or reinstall the guest.",
      decidedBy: "guest.osBuildNumber",
    },
    linux: {
      status: "unknown",
      summary: "The host cannot see the partitions inside the disk: check with lsblk in the guest.",
      decidedBy: "guest",
      isForGuest: true,
    },
    freebsd: {
      status: "unknown",
      summary: "The host cannot see the partitions inside the disk: check with gpart in the guest.",
      decidedBy: "guest",
      isForGuest: true,
    },
    unknown: {
      status: "unknown",
      summary: "The host cannot see the partitions inside the disk: check in the guest.",
      decidedBy: "guest",
      isForGuest: true,
    },
  },
  decide: ({ guest: { system } }) => {
    if (system.family !== "windows") return system.family;
    return hasMbr2gpt(system) ? "windows" : "windows-without-tool";
  },
  evidence: toldGuest,
  remedies: (scene, ground) => {
    if (ground === "windows-without-tool") return [remedies.convertPartitionsOffline()];
    return inGuest(scene.guest.system, {
      windows: remedies.validatePartitions,
      linux: remedies.showLinuxPartitions,
      freebsd: remedies.showFreebsdPartitions,
    });
  },
});

const bootLoader = defineCheck({
  key: "G4",
  title: "The guest has an EFI boot loader",
  grounds: {
    windows: {
      status: "pass",
      summary: "Windows writes its EFI boot loader when the disk is converted.",
      decidedBy: "guest",
      isForGuest: true,
    },
    other: {
      status: "unknown",
      summary:
        "An EFI system partition and boot loader must be created in the guest; only the guest shows what exists.",
      decidedBy: "guest",
      isForGuest: true,
    },
  },
  decide: ({ guest: { system } }) => (system.family === "windows" ? "windows" : "other"),
  evidence: toldGuest,
  remedies: ({ guest: { system } }, ground) =>
    ground === "windows"
      ? []
      : inGuest(system, {
          windows: null,
          linux: remedies.showLinuxBootLoader,
          freebsd: remedies.showFreebsdBootLoader,
        }),
});

const encryption = defineCheck({
  key: "G11",
  title: "No disk is encrypted, or encryption is suspended",
  grounds: {
    "key-storage": {
      status: "caution",
      summary:
        "The VM has a key storage drive, so the guest's volumes are probably encrypted: suspend encryption first.",
      decidedBy: "security.ksdEnabled",
    },
    unread: {
      status: "unknown",
      summary:
        "Whether the VM has a key storage drive could not be read; the rest is visible only in the guest.",
      decidedBy: "security.ksdEnabled",
    },
    guest: {
      status: "unknown",
      summary: "Whether the guest's volumes are encrypted is visible only in the guest.",
      decidedBy: "security.ksdEnabled",
      isForGuest: true,
    },
  },
  decide: (scene) => {
    const hasDrive = scene.vm.security?.ksdEnabled ?? null;
    if (hasDrive) return "key-storage";
    return hasDrive === null && mayHaveKeyStorage(scene) ? "unread" : "guest";
  },
  evidence: (scene) => [
    { name: "security.ksdEnabled", value: scene.vm.security?.ksdEnabled ?? null },
    ...toldGuest(scene),
    toldVersion(scene),
    toldHostBuild(scene),
  ],
  remedies: ({ vm, guest: { system } }, ground) => [
    ...inGuest(system, {
      windows: remedies.showWindowsEncryption,
      linux: remedies.showLinuxEncryption,
      freebsd: remedies.showFreebsdEncryption,
    }),
    ...(ground === "key-storage" ? [remedies.removeKeyStorageDrive(vm.id)] : []),
  ],
});

export const guestChecks: Record<"G1" | "G2" | "G3" | "G4" | "G11", ConversionCheck> = {
  G1: is64Bit,
  G2: isOnList,
  G3: partitionStyle,
  G4: bootLoader,
  G11: encryption,
};

/** A guest that does not report its OS may still report its architecture. */
function architectureOf({ vm, guest }: GenerationScene): string | null {
  return vm.guest?.processorArchitecture ?? guest.facts?.processorArchitecture ?? null;
}

/** Older hosts and VMs have no key storage drives, so nothing can be read. */
function mayHaveKeyStorage({ vm, hostBuild }: GenerationScene): boolean {
  if (hostBuild !== null && hostBuild < SERVER_2016) return false;
  return isAtLeast(vm.configurationVersion, FIRST_VERSION_WITH_KEY_STORAGE) !== false;
}

/** For the guest's OS; one for each OS if it is unknown. */
function inGuest(
  { family }: Guest,
  by: Record<"windows" | "linux" | "freebsd", (() => Remedy) | null>,
): Remedy[] {
  const makers = family === "unknown" ? [by.windows, by.linux, by.freebsd] : [by[family]];
  return makers.flatMap((make) => (make ? [make()] : []));
}
