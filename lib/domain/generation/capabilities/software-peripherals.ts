import { defineCapability } from "../capability.ts";
import { toldGeneration } from "../evidence.ts";
import { generationGrounds, generationShortcoming } from "./generation-grounds.ts";

export const softwarePeripherals = defineCapability({
  key: "software-peripherals",
  grounds: {
    ...generationGrounds(
      "Generation 1 emulates a PC of old: BIOS, IDE, PCI bus, timers and keyboard controller.",
    ),
    own: {
      status: "in-use",
      summary: "The VM's devices are made for virtual machines, and nothing in it is emulated.",
      decidedBy: "generation",
    },
  },
  decide: (scene) => generationShortcoming(scene) ?? "own",
  evidence: (scene) => [toldGeneration(scene)],
});
