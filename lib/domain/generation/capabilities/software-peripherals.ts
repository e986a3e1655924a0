import { defineCapability } from "../capability.ts";
import { toldGeneration } from "../evidence.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";

export const softwarePeripherals = defineCapability({
  key: "software-peripherals",
  grounds: {
    ...generationGrounds(
      "Generation 1 emulates legacy PC hardware: BIOS, IDE, PCI bus, timers and keyboard controller.",
    ),
    own: {
      status: "in-use",
      summary: "The VM's devices are designed for virtual machines; none is emulated.",
      decidedBy: "generation",
    },
  },
  decide: (scene) => generationShortcoming(scene) ?? "own",
  evidence: (scene) => [toldGeneration(scene)],
});
