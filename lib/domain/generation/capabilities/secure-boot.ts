import { generation2Standing } from "../../guest/generation-2-guests.ts";
import { upgradeConfiguration } from "../../remedies/configuration-version.ts";
import { turnOnSecureBoot } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGeneration, toldGuest, toldHostBuild, toldSecureBoot, toldVersion } from "../evidence.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { shortcomingOf, WINDOWS_10 } from "../requirement.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";

/** Before these, the firmware has no template that Linux boot loaders are signed for. */
export const LINUX_SECURE_BOOT_NEEDS = { configurationVersion: "6.2", hostBuild: WINDOWS_10 };

export const secureBoot = defineCapability({
  key: "uefi-secure-boot",
  grounds: {
    ...generationGrounds("Secure Boot requires the UEFI firmware of generation 2."),
    on: { status: "in-use", summary: "Secure Boot is on.", decidedBy: "firmware.secureBoot" },
    unread: {
      status: "unknown",
      summary: "Unknown: whether Secure Boot is on could not be read.",
      decidedBy: "firmware.secureBoot",
    },
    off: {
      status: "available",
      summary: "Secure Boot is off and can be turned on while the VM is off.",
      decidedBy: "firmware.secureBoot",
    },
    freebsd: {
      status: "not-applicable",
      summary: "FreeBSD does not support Secure Boot, so off is correct.",
      decidedBy: "guest",
    },
    "host-too-old": {
      status: "unavailable",
      summary: "Secure Boot for a Linux guest requires a host running Windows 10, Server 2016 or later.",
      decidedBy: "host.os.build",
    },
    "version-too-old": {
      status: "unavailable",
      summary: "Secure Boot for a Linux guest requires VM configuration version 6.2 or later.",
      decidedBy: "configurationVersion",
    },
    "host-unread": {
      status: "unknown",
      summary: "Unknown for a Linux guest: the host's build could not be read.",
      decidedBy: "host.os.build",
    },
    "version-unread": {
      status: "unknown",
      summary: "Unknown for a Linux guest: the VM's configuration version could not be read.",
      decidedBy: "configurationVersion",
    },
    "guest-too-old": {
      status: "unavailable",
      summary: "Secure Boot requires a newer release of this guest OS.",
      decidedBy: "guest",
    },
    "guest-unknown": {
      status: "unknown",
      summary: "Secure Boot is off, and it is not known whether this guest OS supports it.",
      decidedBy: "guest",
    },
  },
  decide: (scene) => {
    const shortcoming = generationShortcoming(scene);
    if (shortcoming) return shortcoming;
    const setting = scene.vm.firmware?.secureBoot ?? null;
    if (setting === "On") return "on";
    return setting === "Off" ? whileOff(scene) : "unread";
  },
  evidence: (scene) => [
    toldGeneration(scene),
    toldSecureBoot(scene),
    ...toldGuest(scene),
    toldVersion(scene),
    toldHostBuild(scene),
  ],
  remedies: ({ vm, guest, hostBuild }, ground) => {
    if (ground === "version-too-old") return [upgradeConfiguration(vm.id)];
    if (ground !== "off") return [];
    const isLinux = guest.system.family === "linux";
    const hasTemplates = hostBuild !== null && hostBuild >= WINDOWS_10;
    const template = isLinux ? "MicrosoftUEFICertificateAuthority" : "MicrosoftWindows";
    return [turnOnSecureBoot(vm.id, hasTemplates ? template : null)];
  },
});

function whileOff(scene: GenerationScene) {
  const { system } = scene.guest;
  switch (system.family) {
    case "windows":
      return "off";
    case "freebsd":
      return "freebsd";
    case "unknown":
      return "guest-unknown";
    case "linux": {
      const shortcoming = shortcomingOf(scene, LINUX_SECURE_BOOT_NEEDS);
      if (shortcoming === "host-too-old" || shortcoming === "version-too-old") return shortcoming;
      const standing = generation2Standing(system);
      if (standing === "older") return "guest-too-old";
      if (standing === "unlisted" || standing === "unread") return "guest-unknown";
      return shortcoming ?? "off";
    }
  }
}
