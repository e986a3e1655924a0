import { generation2Standing } from "../../guest/generation-2-guests.ts";
import type { CapabilityKey } from "../../words.ts";
import { bootDiskOf } from "../boot-disk.ts";
import { mostMemoryBytes } from "../capabilities/generation-limits.ts";
import { ADAPTER_LIMIT, MEMORY_LIMIT, PROCESSOR_LIMIT } from "../capabilities/vm-limits.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { SERVER_2016, SERVER_2019, WINDOWS_10 } from "../requirement.ts";

/** The VHD limit is slightly below the VHDX limit. */
const LARGEST_GENERATION_1_BOOT_DISK_BYTES = 2040 * 2 ** 30;

/** What generation 2 would give this VM on this host and generation 1 cannot. Shielding is no longer a reason. */
export function gainsOfGeneration2({ vm, hostBuild, guest: { system } }: GenerationScene): CapabilityKey[] {
  if (vm.generation !== 1) return [];
  const build = hostBuild ?? 0;
  const standing = generation2Standing(system);
  const isSigned = system.family === "windows" || (system.family === "linux" && build >= WINDOWS_10);
  const gains: [CapabilityKey, boolean][] = [
    ["uefi-secure-boot", isSigned && (standing === "listed" || standing === "newer")],
    ["pxe-boot", true],
    ["scsi-boot", true],
    ["boot-volume-size", true],
    ["boot-disk-resize", true],
    ["software-peripherals", true],
    ["hot-add-network", build >= WINDOWS_10],
    ["vtpm", build >= SERVER_2016],
    ["vbs", build >= SERVER_2016 && system.family === "windows"],
    ["large-memory", build >= SERVER_2016],
    ["many-processors", build >= SERVER_2016],
    ["many-network-adapters", build >= SERVER_2019],
  ];
  return gains.filter(([, isGained]) => isGained).map(([key]) => key);
}

/** The generation 1 limits that this VM has reached. */
export function limitsReached(scene: GenerationScene): CapabilityKey[] {
  const { vm } = scene;
  const disk = bootDiskOf(scene);
  const bootBytes = typeof disk === "string" ? null : disk.sizeBytes;
  const ordinary = vm.adapters?.filter(({ isLegacy }) => isLegacy === false).length ?? null;
  const limits: [CapabilityKey, number | null, number][] = [
    ["boot-volume-size", bootBytes, LARGEST_GENERATION_1_BOOT_DISK_BYTES],
    ["large-memory", mostMemoryBytes(scene), MEMORY_LIMIT.ofGeneration1],
    ["many-processors", vm.processorCount, PROCESSOR_LIMIT.ofGeneration1],
    ["many-network-adapters", ordinary, ADAPTER_LIMIT.ofGeneration1],
  ];
  return limits.filter(([, value, limit]) => value !== null && value >= limit).map(([key]) => key);
}
