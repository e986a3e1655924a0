import { upgradeConfiguration } from "../../remedies/configuration-version.ts";
import { turnOnVtpm } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGeneration, toldHostBuild, toldNeeds, toldVersion } from "../evidence.ts";
import { SERVER_2016, shortcomingOf } from "../requirement.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";
import { platformGrounds } from "./platform-grounds.ts";

export const VTPM_NEEDS = { configurationVersion: "7.0", hostBuild: SERVER_2016 };

export const vtpm = defineCapability({
  key: "vtpm",
  grounds: {
    ...generationGrounds("A virtual TPM requires generation 2."),
    ...platformGrounds("A virtual TPM", "7.0", "Server 2016"),
    on: { status: "in-use", summary: "The VM has a virtual TPM.", decidedBy: "security.tpmEnabled" },
    off: {
      status: "available",
      summary: "The VM has no virtual TPM. One can be added while the VM is off.",
      decidedBy: "security.tpmEnabled",
    },
    unread: {
      status: "unknown",
      summary: "Unknown: whether the VM has a virtual TPM could not be read.",
      decidedBy: "security.tpmEnabled",
    },
  },
  decide: (scene) => {
    const shortcoming = generationShortcoming(scene);
    if (shortcoming) return shortcoming;
    const isOn = scene.vm.security?.tpmEnabled ?? null;
    if (isOn) return "on";
    const missing = shortcomingOf(scene, VTPM_NEEDS);
    if (missing === "host-too-old" || missing === "version-too-old") return missing;
    return isOn === null ? "unread" : (missing ?? "off");
  },
  evidence: (scene) => [
    toldGeneration(scene),
    { name: "security.tpmEnabled", value: scene.vm.security?.tpmEnabled ?? null },
    toldVersion(scene),
    toldHostBuild(scene),
    ...toldNeeds(VTPM_NEEDS),
  ],
  remedies: ({ vm }, ground) => {
    if (ground === "version-too-old") return [upgradeConfiguration(vm.id)];
    return ground === "off" ? [turnOnVtpm(vm.id)] : [];
  },
});
