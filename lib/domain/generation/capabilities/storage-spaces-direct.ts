import { isAzureLocal, isDatacenter, isWindowsClient } from "../../guest/windows-edition.ts";
import { turnOnStorageSpacesDirect } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGeneration, toldGuest } from "../evidence.ts";
import { SERVER_2016 } from "../requirement.ts";

/** In a cluster of guests, their edition decides. No source rules generation 1 out or in. */
export const storageSpacesDirect = defineCapability({
  key: "storage-spaces-direct",
  grounds: {
    able: {
      status: "available",
      summary: "This guest's edition can pool its data disks with those of other guests in its cluster.",
      decidedBy: "guest",
    },
    "generation-1": {
      status: "unknown",
      summary:
        "Storage Spaces Direct is documented for generation 2 guests; no source rules out generation 1.",
      decidedBy: "generation",
    },
    "generation-unread": {
      status: "unknown",
      summary: "Unknown: the VM's generation could not be read.",
      decidedBy: "generation",
    },
    "guest-too-old": {
      status: "unavailable",
      summary: "Storage Spaces Direct requires a guest running Windows Server 2016 Datacenter or later.",
      decidedBy: "guest.osBuildNumber",
    },
    edition: {
      status: "unavailable",
      summary: "Storage Spaces Direct requires the Datacenter edition in the guest, or Azure Local.",
      decidedBy: "guest",
    },
    "no-server": {
      status: "not-applicable",
      summary: "Storage Spaces Direct is a Windows Server feature.",
      decidedBy: "guest",
    },
    "guest-unknown": {
      status: "unknown",
      summary: "Unknown: the guest OS is not known.",
      decidedBy: "guest",
    },
  },
  decide: ({ vm, guest: { system } }) => {
    if (vm.generation === null) return "generation-unread";
    if (vm.generation === 1) return "generation-1";
    if (system.family === "unknown") return "guest-unknown";
    if (system.family !== "windows" || isWindowsClient(system)) return "no-server";
    if (isAzureLocal(system)) return "able";
    if (system.build < SERVER_2016) return "guest-too-old";
    return isDatacenter(system) ? "able" : "edition";
  },
  evidence: (scene) => [toldGeneration(scene), ...toldGuest(scene)],
  remedies: (_scene, ground) => (ground === "able" ? [turnOnStorageSpacesDirect()] : []),
});
