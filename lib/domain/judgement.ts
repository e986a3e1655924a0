import type { GuestFacts, HostFacts, IsoTime, SectionFacts, VmFacts } from "./facts.ts";
import type {
  CapabilityStatus,
  ConversionVerdict,
  Impact,
  RuleId,
  ServiceKey,
  ServiceStatus,
  Severity,
  VmHealth,
  VmRole,
} from "./words.ts";

/** One reported number or name that a verdict is based on. `decides` marks the deciding one. */
export interface Evidence {
  name: string;
  value: string | number | boolean | null;
  decides?: true;
}

/** What to run, where, and its impact. Shown, never run. Selects by VM id and component GUID. */
export interface Remedy {
  runOn: "host" | "guest";
  shell: "powershell" | "bash";
  /** For whom: "Windows", "Ubuntu", "Debian", "RHEL, AlmaLinux, Rocky, Oracle", "SUSE", "Arch", "FreeBSD"; `null` on a host. */
  platform: string | null;
  command: string;
  /** Never empty: "nothing", "a reboot of the guest", "an outage of every VM on the switch". */
  cost: string;
  note: string;
}

export interface ServiceVerdict {
  key: ServiceKey;
  status: ServiceStatus;
  /** Severity of the finding that this cell causes, else `null`. */
  severity: Severity | null;
  /** Rule of another finding that this verdict follows from (`is.guest-silent`), else `null`. */
  follows: RuleId | null;
  impact: Impact;
  /** One plain sentence. */
  summary: string;
  evidence: Evidence[];
  remedies: Remedy[];
}

/**
 * The answer of a rule. `finding`: a problem. `ok`: evidence that there is none. `unknown`: no evidence either way, so
 * an open finding freezes. `not-applicable`: the rule no longer applies to this subject, so an open finding ends.
 */
export type Outcome =
  | { status: "finding"; severity: Severity; summary: string; evidence: Evidence[]; remedies: Remedy[] }
  | { status: "ok" | "unknown" | "not-applicable" };

export interface RuleOutcome {
  rule: RuleId;
  outcome: Outcome;
}

/** What the server remembers of a VM beyond its newest report. Nothing in it changes while the reports are the same. */
export interface VmMemory {
  /**
   * The last guest that reported its OS: kept through power-offs, moves and renames. While it is reported, `at` is when
   * these facts were first reported; when the guest falls silent, `at` becomes the last report that contained them.
   */
  guest: { facts: GuestFacts; at: IsoTime } | null;
  isGuestTold?: boolean;
  /** When each operational status that is still reported and shows an operation in progress was first reported in a row. */
  operationalStatusSince: Record<string, IsoTime>;
  /** The present state by its name, and when it was first reported in a row. */
  state?: string | null;
  stateSince: IsoTime | null;
}

/** Where else the same VM (id and role) is observed; decided by the placement rules, not by the report. */
export interface PlacementFacts {
  conflict: "running-twice" | "realised-twice" | null;
  hosts: { id: string; name: string; state: string | null; lastReportedAt: IsoTime }[];
}

export type ServiceWish = "required" | "allowed" | "forbidden";

/** Passed in as data. The default policy has the documented severities and requires only what is on by default. */
export interface Policy {
  graceSeconds: number;
  services: Record<ServiceKey, { wish: ServiceWish | null }>;
}

export interface VmJudgementInput {
  vm: VmFacts;
  host: HostFacts;
  memory: VmMemory;
  /**
   * When the previous report was made, whatever it contained; if omitted, the last guest's date is up to one report
   * late.
   */
  previousReportAt?: IsoTime | null;
  /** The role this VM is known by: it decides while the VM's replication mode cannot be read. */
  knownRole?: VmRole | null;
  placement: PlacementFacts;
  /** Newest non-prerelease version that every reporting node of the cluster lists (else this host); `null` unread. */
  newestCommonVmVersion: string | null;
  policy: Policy;
  observedAt: IsoTime;
}

export interface VmJudgement {
  services: ServiceVerdict[];
  /** One for every implemented rule about a VM, including those that do not apply. */
  outcomes: RuleOutcome[];
  /** In the order of `CAPABILITY_KEYS`. */
  capabilities: CapabilityStatus[];
  conversion: ConversionVerdict;
  /** Health as of this report, without host findings and freshness: they are added when the finding life is known. */
  isInactive: boolean;
  isStateCritical: boolean;
  /**
   * A running VM whose heartbeat is unknown for lack of evidence, or excused by the grace period or by an operation in
   * progress.
   */
  isHeartbeatOpen: boolean;
  /** The state has an unknown name, or none: earlier data is not evidence. */
  isUnread: boolean;
  /** Time alone changes nothing: the VM is at rest or past its grace period, and no operation is in progress. */
  isSteady: boolean;
  memory: VmMemory;
}

export interface HostJudgementInput {
  host: HostFacts;
  sections: SectionFacts[];
  /** Which of the arrays (and `smb`) were `null` in the report. */
  unread: Record<"physicalAdapters" | "switches" | "hostAdapters" | "teams" | "smb" | "vms", boolean>;
  vmCount: number;
  sentAt: IsoTime;
  receivedAt: IsoTime;
}

export type { VmHealth };
