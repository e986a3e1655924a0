import type { CapabilityView } from "@/lib/contract/api/vms.ts";

/** What a capability is called, as short as a row needs it. */
export const CAPABILITY_WORDS = {
  "uefi-secure-boot": "UEFI Secure Boot",
  "scsi-disks": "SCSI data disks",
  "pxe-boot": "PXE on a synthetic adapter",
  "scsi-boot": "Boot from SCSI",
  "boot-volume-size": "Boot volume above 2 TB",
  "boot-disk-resize": "Boot disk resize, running",
  "software-peripherals": "Software peripherals",
  "hot-add-network": "Hot add of adapters",
  "enhanced-session": "Enhanced session",
  shielded: "Shielded VM",
  "storage-spaces-direct": "Storage Spaces Direct",
  vtpm: "Virtual TPM",
  vbs: "VBS in the guest",
  "large-memory": "Large memory",
  "many-processors": "Many processors",
  "many-network-adapters": "Many network adapters",
} as const satisfies Record<CapabilityView["key"], string>;
