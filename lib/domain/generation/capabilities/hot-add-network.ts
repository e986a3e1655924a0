import { addNetworkAdapter } from "../../remedies/generation-2.ts";
import { defineCapability } from "../capability.ts";
import { toldGeneration, toldHostBuild } from "../evidence.ts";
import { WINDOWS_10 } from "../requirement.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";

/** A capability only: nothing shows whether an adapter was ever added to the running VM. */
export const hotAddNetwork = defineCapability({
  key: "hot-add-network",
  grounds: {
    ...generationGrounds("In generation 1, network adapters can be added only while the VM is off."),
    able: {
      status: "available",
      summary: "Network adapters can be added and removed while the VM is running.",
      decidedBy: "host.os.build",
    },
    "host-too-old": {
      status: "unavailable",
      summary: "Adding an adapter to a running VM requires a host running Windows 10, Server 2016 or later.",
      decidedBy: "host.os.build",
    },
    "host-unread": {
      status: "unknown",
      summary: "Unknown: the host's build could not be read.",
      decidedBy: "host.os.build",
    },
  },
  decide: (scene) => {
    const shortcoming = generationShortcoming(scene);
    if (shortcoming) return shortcoming;
    if (scene.hostBuild === null) return "host-unread";
    return scene.hostBuild < WINDOWS_10 ? "host-too-old" : "able";
  },
  evidence: (scene) => [toldGeneration(scene), toldHostBuild(scene)],
  remedies: ({ vm }, ground) => (ground === "able" ? [addNetworkAdapter(vm.id)] : []),
});
