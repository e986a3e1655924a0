import type { DiskFacts } from "../facts.ts";
import type { GenerationScene } from "./generation-scene.ts";

/** `none`: read, and there is none. `unread`: it is unknown which one it is. */
export type BootDisk = DiskFacts | "none" | "unread";

const CONTROLLERS: ReadonlySet<string> = new Set(["IDE", "SCSI", "PMEM"]);

/** The disk's controller is unknown: it was not read, or has an unknown name. */
export function isOnUnknownController({ controllerType }: DiskFacts): boolean {
  return controllerType === null || !CONTROLLERS.has(controllerType);
}

/** No controller has more positions. */
const PLACES = 64;

/**
 * The disk at the lowest position of the controller that this generation boots from: IDE for 1, SCSI for 2. A disk
 * whose controller or position was not read may be the lowest, unless another disk is at the very first position.
 */
export function bootDiskOf({ vm: { generation, disks } }: GenerationScene): BootDisk {
  if (generation === null || disks === null) return "unread";
  const controller = generation === 1 ? "IDE" : "SCSI";
  let lowest: DiskFacts | null = null;
  let lowestPosition = Number.POSITIVE_INFINITY;
  let isTie = false;
  let withoutPosition: DiskFacts | null = null;
  let unclear = 0;
  for (const disk of disks) {
    if (isOnUnknownController(disk)) unclear++;
    if (disk.controllerType !== controller) continue;
    const position = positionOf(disk);
    if (position === null) {
      unclear++;
      withoutPosition = disk;
    } else if (position <= lowestPosition) {
      isTie = position === lowestPosition;
      lowest = disk;
      lowestPosition = position;
    }
  }
  if (isTie) return "unread";
  if (unclear === 0) return lowest ?? "none";
  if (lowestPosition === 0) return lowest ?? "unread";
  return lowest === null && unclear === 1 && withoutPosition !== null ? withoutPosition : "unread";
}

function positionOf({ controllerNumber, controllerLocation }: DiskFacts): number | null {
  if (controllerNumber === null || controllerLocation === null) return null;
  return controllerNumber * PLACES + controllerLocation;
}
