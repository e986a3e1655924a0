import { CAPABILITY_KEYS, type CapabilityKey, type CapabilityStatus } from "../words.ts";
import { bootDiskResize } from "./capabilities/boot-disk-resize.ts";
import { bootVolumeSize } from "./capabilities/boot-volume-size.ts";
import { enhancedSession } from "./capabilities/enhanced-session.ts";
import { largeMemory, manyNetworkAdapters, manyProcessors } from "./capabilities/generation-limits.ts";
import { hotAddNetwork } from "./capabilities/hot-add-network.ts";
import { pxeBoot } from "./capabilities/pxe-boot.ts";
import { scsiBoot } from "./capabilities/scsi-boot.ts";
import { scsiDisks } from "./capabilities/scsi-disks.ts";
import { secureBoot } from "./capabilities/secure-boot.ts";
import { shielded } from "./capabilities/shielded.ts";
import { softwarePeripherals } from "./capabilities/software-peripherals.ts";
import { storageSpacesDirect } from "./capabilities/storage-spaces-direct.ts";
import { vbs } from "./capabilities/vbs.ts";
import { vtpm } from "./capabilities/vtpm.ts";
import type { Capability, CapabilityVerdict } from "./capability.ts";
import type { GenerationScene } from "./generation-scene.ts";
import type { Ground } from "./ground.ts";

const BY_KEY: Record<CapabilityKey, Capability> = {
  "uefi-secure-boot": secureBoot,
  "scsi-disks": scsiDisks,
  "pxe-boot": pxeBoot,
  "scsi-boot": scsiBoot,
  "boot-volume-size": bootVolumeSize,
  "boot-disk-resize": bootDiskResize,
  "software-peripherals": softwarePeripherals,
  "hot-add-network": hotAddNetwork,
  "enhanced-session": enhancedSession,
  shielded,
  "storage-spaces-direct": storageSpacesDirect,
  vtpm,
  vbs,
  "large-memory": largeMemory,
  "many-processors": manyProcessors,
  "many-network-adapters": manyNetworkAdapters,
};
const CAPABILITIES: readonly Capability[] = CAPABILITY_KEYS.map((key) => BY_KEY[key]);

/** In the order of `CAPABILITY_KEYS`. Cheap: one array, no text. */
export function capabilityStatuses(scene: GenerationScene): CapabilityStatus[] {
  return CAPABILITIES.map(({ status }) => status(scene));
}

/** The same with text, evidence and remedies, for the page of one VM. */
export function describeCapabilities(scene: GenerationScene): CapabilityVerdict[] {
  return CAPABILITIES.map(({ describe }) => describe(scene));
}

/** Every reason that a capability can have for its status, as a VM's page would state it. */
export function capabilityGrounds(key: CapabilityKey): readonly Ground<CapabilityStatus>[] {
  return BY_KEY[key].grounds;
}
