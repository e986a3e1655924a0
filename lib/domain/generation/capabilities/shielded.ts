import { upgradeConfiguration } from "../../remedies/configuration-version.ts";
import { turnOnVtpm } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGeneration, toldHostBuild, toldNeeds, toldVersion } from "../evidence.ts";
import { SERVER_2016, shortcomingOf } from "../requirement.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";
import { platformGrounds } from "./platform-grounds.ts";

const NEEDS = { configurationVersion: "7.0", hostBuild: SERVER_2016 };

/** No longer developed since Server 2022, so it is not a reason to change anything: the vTPM is. */
export const shielded = defineCapability({
  key: "shielded",
  grounds: {
    ...generationGrounds(
      "Shielding requires generation 2. It is no longer developed; use a vTPM with Secure Boot instead.",
    ),
    ...platformGrounds("A shielded VM", "7.0", "Server 2016"),
    on: { status: "in-use", summary: "The VM is shielded.", decidedBy: "security.shielded" },
    off: {
      status: "available",
      summary:
        "The VM could be shielded in a guarded fabric, which is no longer developed. Use a vTPM with Secure Boot instead.",
      decidedBy: "security.shielded",
    },
    unread: {
      status: "unknown",
      summary: "Unknown: whether the VM is shielded could not be read.",
      decidedBy: "security.shielded",
    },
  },
  decide: (scene) => {
    const shortcoming = generationShortcoming(scene);
    if (shortcoming) return shortcoming;
    const isOn = scene.vm.security?.shielded ?? null;
    if (isOn) return "on";
    const missing = shortcomingOf(scene, NEEDS);
    if (missing === "host-too-old" || missing === "version-too-old") return missing;
    return isOn === null ? "unread" : (missing ?? "off");
  },
  evidence: (scene) => [
    toldGeneration(scene),
    { name: "security.shielded", value: scene.vm.security?.shielded ?? null },
    toldVersion(scene),
    toldHostBuild(scene),
    ...toldNeeds(NEEDS),
  ],
  remedies: ({ vm }, ground) => {
    if (ground === "version-too-old") return [upgradeConfiguration(vm.id)];
    return ground === "off" && vm.security?.tpmEnabled === false ? [turnOnVtpm(vm.id)] : [];
  },
});
