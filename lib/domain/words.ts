/** The product's terms. They are the same on the wire of the read API, in Postgres, in TypeScript and on screen. */

export const SERVICE_KEYS = [
  "heartbeat",
  "shutdown",
  "time-sync",
  "data-exchange",
  "vss",
  "guest-services",
  "powershell-direct",
] as const;
export type ServiceKey = (typeof SERVICE_KEYS)[number];

/** The six services that Hyper-V itself lists; PowerShell Direct is not an integration component. */
export type ComponentKey = Exclude<ServiceKey, "powershell-direct">;

export const SERVICE_STATUSES = [
  "failed",
  "degraded",
  "unknown",
  "disabled",
  "healthy",
  "not-applicable",
] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

export const VM_TECHNOLOGIES = ["sr-iov", "vmq", "vrss", "vmmq", "guest-rdma"] as const;
export type VmTechnology = (typeof VM_TECHNOLOGIES)[number];

export const HOST_TECHNOLOGIES = [
  "sr-iov",
  "rdma",
  "rss",
  "vmq",
  "vmmq",
  "smb-direct",
  "smb-multichannel",
] as const;
export type HostTechnology = (typeof HOST_TECHNOLOGIES)[number];

/** In the order in which the worst of several adapters is chosen. */
export const ACCELERATION_STATUSES = [
  "configured",
  "blocked",
  "unknown",
  "ready",
  "active",
  "not-applicable",
] as const;
export type AccelerationStatus = (typeof ACCELERATION_STATUSES)[number];

/** The impact of fixing a rung, the cheapest first. */
export const FIX_COSTS = [
  "nothing",
  "new-sessions",
  "link-break",
  "vm-off",
  "host-restart",
  "outage",
  "flow-control",
  "no-encryption",
  "hardware",
] as const;
export type FixCost = (typeof FIX_COSTS)[number];

export const CAPABILITY_KEYS = [
  "uefi-secure-boot",
  "scsi-disks",
  "pxe-boot",
  "scsi-boot",
  "boot-volume-size",
  "boot-disk-resize",
  "software-peripherals",
  "hot-add-network",
  "enhanced-session",
  "shielded",
  "storage-spaces-direct",
  "vtpm",
  "vbs",
  "large-memory",
  "many-processors",
  "many-network-adapters",
] as const;
export type CapabilityKey = (typeof CAPABILITY_KEYS)[number];

export const CAPABILITY_STATUSES = [
  "in-use",
  "available",
  "unavailable",
  "not-applicable",
  "unknown",
] as const;
export type CapabilityStatus = (typeof CAPABILITY_STATUSES)[number];

export const CONVERSION_VERDICTS = ["ready", "caution", "blocked", "unknown", "not-applicable"] as const;
export type ConversionVerdict = (typeof CONVERSION_VERDICTS)[number];

export const SEVERITIES = ["critical", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Worst first. `inactive` is a VM that is off, saved or paused, which is not a fault. */
export const VM_HEALTHS = ["critical", "warning", "unknown", "healthy", "inactive"] as const;
export type VmHealth = (typeof VM_HEALTHS)[number];

export const FRESHNESSES = ["fresh", "late", "stale", "missing", "retired"] as const;
export type Freshness = (typeof FRESHNESSES)[number];

/** The documented impact of disabling a service. */
export const IMPACTS = ["High", "Medium", "Low", "Varies"] as const;
export type Impact = (typeof IMPACTS)[number];

/** Rules about a host's own network, which are judged together. */
export const HOST_NETWORK_RULE_IDS = [
  "host.sr-iov",
  "host.rdma",
  "host.rss",
  "host.vmq",
  "host.vmmq",
  "host.smb-direct",
  "host.smb-multichannel",
  "host.lbfo-under-switch",
  "host.set-mismatch",
] as const;

export const RULE_IDS = [
  "is.heartbeat",
  "is.shutdown",
  "is.time-sync",
  "is.data-exchange",
  "is.vss",
  "is.guest-services",
  "is.powershell-direct",
  "is.version",
  "is.guest-silent",
  "vm.state-critical",
  "vm.state-stuck",
  "vm.configuration-version",
  "vm.duplicate-id",
  "vm.placement-conflict",
  "vm.secure-boot",
  "vm.vtpm",
  "vm.stop-action-without-shutdown",
  "gen.conversion",
  "net.sr-iov",
  "net.vmq",
  "net.vrss",
  "net.vmmq",
  "net.guest-rdma",
  "net.legacy-adapter",
  "host.stale",
  "host.agent-rights",
  "host.clock-skew",
  "host.sections-failed",
  ...HOST_NETWORK_RULE_IDS,
  "cluster.switch-drift",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** A VM is identified by its hypervisor's id and by its role: a replica copy has the id of its primary. */
export const VM_ROLES = ["primary", "replica", "extended-replica", "test-replica"] as const;
export type VmRole = (typeof VM_ROLES)[number];

export const CHANGE_KINDS = [
  "health",
  "service",
  "network",
  "state",
  "configuration",
  "guest",
  "placement",
  "host",
  "finding",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
