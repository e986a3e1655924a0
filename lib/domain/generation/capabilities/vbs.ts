import { upgradeConfiguration } from "../../remedies/configuration-version.ts";
import { allowVbs, turnOnSecureBoot, turnOnVbsInWindows } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGeneration, toldHostBuild, toldNeeds, toldSecureBoot, toldVersion } from "../evidence.ts";
import { SERVER_2016, shortcomingOf } from "../requirement.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";
import { platformGrounds } from "./platform-grounds.ts";

const NEEDS = { configurationVersion: "8.0", hostBuild: SERVER_2016 };

/** What the host offers; the host cannot see whether the guest runs it. */
export const vbs = defineCapability({
  key: "vbs",
  grounds: {
    ...generationGrounds("Virtualization-based security requires Secure Boot, which requires generation 2."),
    ...platformGrounds("Virtualization-based security in the guest", "8.0", "Server 2016"),
    offered: {
      status: "available",
      summary:
        "The host offers virtualization-based security. Whether a Windows guest runs it is visible only in the guest.",
      decidedBy: "firmware.secureBoot",
    },
    "opted-out": {
      status: "unavailable",
      summary: "The VM is opted out of virtualization-based security.",
      decidedBy: "security.virtualizationBasedSecurityOptOut",
    },
    "secure-boot-off": {
      status: "unavailable",
      summary: "Virtualization-based security requires Secure Boot, which is off.",
      decidedBy: "firmware.secureBoot",
    },
    "opt-out-unread": {
      status: "unknown",
      summary: "Unknown: whether the VM is opted out could not be read.",
      decidedBy: "security.virtualizationBasedSecurityOptOut",
    },
    "secure-boot-unread": {
      status: "unknown",
      summary: "Unknown: whether Secure Boot is on could not be read.",
      decidedBy: "firmware.secureBoot",
    },
  },
  decide: (scene) => {
    const shortcoming = generationShortcoming(scene);
    if (shortcoming) return shortcoming;
    const missing = shortcomingOf(scene, NEEDS);
    if (missing === "host-too-old" || missing === "version-too-old") return missing;
    const isOptedOut = scene.vm.security?.virtualizationBasedSecurityOptOut ?? null;
    if (isOptedOut) return "opted-out";
    const setting = scene.vm.firmware?.secureBoot ?? null;
    if (setting === "Off") return "secure-boot-off";
    if (isOptedOut === null) return "opt-out-unread";
    return setting === "On" ? (missing ?? "offered") : "secure-boot-unread";
  },
  evidence: (scene) => [
    toldGeneration(scene),
    toldSecureBoot(scene),
    {
      name: "security.virtualizationBasedSecurityOptOut",
      value: scene.vm.security?.virtualizationBasedSecurityOptOut ?? null,
    },
    toldVersion(scene),
    toldHostBuild(scene),
    ...toldNeeds(NEEDS),
  ],
  remedies: ({ vm, guest: { system } }, ground) => {
    switch (ground) {
      case "version-too-old":
        return [upgradeConfiguration(vm.id)];
      case "opted-out":
        return [allowVbs(vm.id)];
      case "secure-boot-off":
        return system.family === "windows" ? [turnOnSecureBoot(vm.id, "MicrosoftWindows")] : [];
      case "offered":
        return system.family === "windows" ? [turnOnVbsInWindows()] : [];
      default:
        return [];
    }
  },
});
