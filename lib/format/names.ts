/** Names for sentences and lists. Keys are the product's words, which never change; names may. */

export const SERVICE_NAMES = {
  heartbeat: "Heartbeat",
  shutdown: "Shutdown",
  "time-sync": "Time sync",
  "data-exchange": "Data exchange",
  vss: "VSS backup",
  "guest-services": "Guest services",
  "powershell-direct": "PowerShell Direct",
} as const;

/** Every technology, of a VM's adapter or of a host. */
export const TECHNOLOGY_NAMES = {
  "sr-iov": "SR-IOV",
  vmq: "VMQ",
  vrss: "vRSS",
  vmmq: "VMMQ",
  "guest-rdma": "Guest RDMA",
  rdma: "RDMA",
  rss: "RSS",
  "smb-direct": "SMB Direct",
  "smb-multichannel": "SMB Multichannel",
} as const;

export const CAPABILITY_NAMES = {
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
} as const;
