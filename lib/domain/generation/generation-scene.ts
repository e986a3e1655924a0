import type { HostFacts, VmFacts } from "../facts.ts";
import { knownGuest } from "../guest/known-guest.ts";
import type { VmMemory } from "../judgement.ts";
import type { VmScene } from "../vm/vm-scene.ts";

/** Input of the verdicts about a VM's generation: its configuration, its host, and the last known guest. */
export type GenerationScene = Pick<VmScene, "vm" | "host" | "hostBuild" | "guest">;

/** The same from stored data, for a page about one VM. */
export function generationScene(vm: VmFacts, host: HostFacts, memory: VmMemory): GenerationScene {
  return { vm, host, hostBuild: host.os?.build ?? null, guest: knownGuest(vm.guest, memory) };
}
