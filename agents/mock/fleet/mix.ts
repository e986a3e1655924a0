/** Ways in which a VM can differ from a perfect one. All of them occur in real fleets. */
export const FLAWS = [
  // the guest, or a part of it, does not respond
  "silent",
  "lost",
  "heartbeat-dead",
  "shutdown-dead",
  "exchange-dead",
  "backup-dead",
  "backup-mismatch",
  "file-copy-dead",
  "application-critical",
  "heartbeat-error",
  "protocol-refused",
  "unread-statuses",
  // disabled or enabled on the host
  "heartbeat-off",
  "shutdown-off",
  "time-off",
  "exchange-off",
  "backup-off",
  "everything-off",
  "guest-services-on",
  // its current state
  "booting",
  "backing-up",
  "stuck",
  // its configuration
  "secure-boot-off",
  "no-tpm",
  "old-checkpoint",
  "stop-by-shutdown",
  "network-card-legacy",
  "network-card-unplugged",
  "wants-virtual-function",
  "wants-guest-rdma",
] as const;
export type Flaw = (typeof FLAWS)[number];

/** Settings of a VM's own port that prevent acceleration which its host supports. */
export type PortFlaw =
  /** A port ACL, which a virtual function would bypass. */
  | "guarded"
  /** A guest that supports virtual functions but has no driver for this one. */
  | "driver-missing"
  /** Its VMQ weight was set to 0. */
  | "queue-unwanted";

/** Shares, each from 0 to 1, that define a fleet. */
export interface Mix {
  readonly off: number;
  readonly saved: number;
  readonly paused: number;
  /** Share of the guests that could have either generation. */
  readonly generation1: number;
  readonly oldConfiguration: number;
  /** Off, and of a version that its host can no longer start. */
  readonly strandedConfiguration: number;
  /** VMs that never received a proper name. */
  readonly defaultName: number;
  readonly flaws: Readonly<Partial<Record<Flaw, number>>>;
  /** The first two are shares of the VMs that request a virtual function. */
  readonly ports?: Readonly<Partial<Record<PortFlaw, number>>>;
}

/** A well-kept fleet: some VMs are off, there are no problems. */
export const KEPT: Mix = {
  off: 0.05,
  saved: 0.01,
  paused: 0,
  generation1: 0.05,
  oldConfiguration: 0.1,
  strandedConfiguration: 0,
  defaultName: 0,
  flaws: { "backup-mismatch": 0.1, "stop-by-shutdown": 0.2 },
};

/** A typical fleet: mostly healthy, with some of every problem. */
export const ORDINARY: Mix = {
  off: 0.075,
  saved: 0.006,
  paused: 0.002,
  generation1: 0.14,
  oldConfiguration: 0.3,
  strandedConfiguration: 0.002,
  defaultName: 0.004,
  flaws: {
    silent: 0.004,
    lost: 0.002,
    "heartbeat-dead": 0.002,
    "shutdown-dead": 0.004,
    "exchange-dead": 0.025,
    "backup-dead": 0.02,
    "backup-mismatch": 0.1,
    "file-copy-dead": 0.003,
    "application-critical": 0.003,
    "heartbeat-error": 0.001,
    "protocol-refused": 0.002,
    "unread-statuses": 0.001,
    "heartbeat-off": 0.002,
    "shutdown-off": 0.006,
    "time-off": 0.02,
    "exchange-off": 0.008,
    "backup-off": 0.015,
    "everything-off": 0.002,
    "guest-services-on": 0.02,
    booting: 0.004,
    "backing-up": 0.004,
    stuck: 0.001,
    "secure-boot-off": 0.05,
    "no-tpm": 0.05,
    "old-checkpoint": 0.04,
    "stop-by-shutdown": 0.2,
    "network-card-legacy": 0.1,
    "network-card-unplugged": 0.02,
    "wants-virtual-function": 0.08,
    "wants-guest-rdma": 0.1,
  },
  ports: { guarded: 0.06, "driver-missing": 0.08, "queue-unwanted": 0.008 },
};

/** VMs that use every feature of the network, and some that cannot use it. */
export const NETWORKED: Mix = {
  ...ORDINARY,
  flaws: { ...ORDINARY.flaws, "wants-virtual-function": 0.5, "wants-guest-rdma": 0.4 },
  ports: { guarded: 0.12, "driver-missing": 0.15, "queue-unwanted": 0.05 },
};

/** Ten years of machines that were never recreated. */
export const FIRST_GENERATION: Mix = {
  ...ORDINARY,
  generation1: 0.85,
  oldConfiguration: 0.6,
  flaws: { ...ORDINARY.flaws, "old-checkpoint": 0.12, "network-card-legacy": 0.25 },
};

/** A fleet without maintenance for years. */
export const NEGLECTED: Mix = {
  off: 0.14,
  saved: 0.03,
  paused: 0.01,
  generation1: 0.6,
  oldConfiguration: 0.75,
  strandedConfiguration: 0.02,
  defaultName: 0.03,
  flaws: {
    silent: 0.05,
    lost: 0.02,
    "heartbeat-dead": 0.02,
    "shutdown-dead": 0.03,
    "exchange-dead": 0.35,
    "backup-dead": 0.15,
    "backup-mismatch": 0.15,
    "file-copy-dead": 0.05,
    "application-critical": 0.01,
    "heartbeat-error": 0.01,
    "protocol-refused": 0.03,
    "unread-statuses": 0.01,
    "heartbeat-off": 0.02,
    "shutdown-off": 0.06,
    "time-off": 0.12,
    "exchange-off": 0.08,
    "backup-off": 0.1,
    "everything-off": 0.02,
    "guest-services-on": 0.08,
    "backing-up": 0.01,
    stuck: 0.01,
    "secure-boot-off": 0.4,
    "no-tpm": 0.5,
    "old-checkpoint": 0.2,
    "stop-by-shutdown": 0.4,
    "network-card-legacy": 0.35,
    "network-card-unplugged": 0.08,
    "wants-virtual-function": 0.05,
  },
};
