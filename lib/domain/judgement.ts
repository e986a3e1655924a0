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

/** One reported number or name that a verdict rests on. `decides` marks the one that tipped it. */
export interface Evidence {
  name: string;
  value: string | number | boolean | null;
  decides?: true;
}

/** What to type, where, and what it costs. Shown, never run. Selects by VM id and component GUID. */
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
  /** Severity of the finding that this cell is the cause of, else `null`. */
  severity: Severity | null;
  /** Rule of a finding elsewhere that this verdict follows from (`is.guest-silent`), else `null`. */
  follows: RuleId | null;
  impact: Impact;
  /** One plain sentence. */
  summary: string;
  evidence: Evidence[];
  remedies: Remedy[];
}

/**
 * What a rule answers.
 * `finding`: it is bad. `ok`: there is evidence that it is not. `unknown`: no evidence either way, so an open finding
 * freezes. `not-applicable`: the rule does not speak of this subject any more, so an open finding ends.
 */
export type Outcome =
  | { status: "finding"; severity: Severity; summary: string; evidence: Evidence[]; remedies: Remedy[] }
  | { status: "ok" | "unknown" | "not-applicable" };

export interface RuleOutcome {
  rule: RuleId;
  outcome: Outcome;
}

/** What the server remembers of a VM beyond its newest report. Nothing in it moves while the reports say the same. */
export interface VmMemory {
  /**
   * The last guest that told its system: kept through power-offs, moves and renames. While it is told, `at` is when
   * these facts were first told; when it falls silent, `at` becomes the last report that told them.
   */
  guest: { facts: GuestFacts; at: IsoTime } | null;
  isGuestTold?: boolean;
  /** When each operational status that is still reported and says "at work" was first reported in a row. */
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

/** Data, passed in. The default policy holds the severities of the documentation and wishes for nothing but what is on by default. */
export interface Policy {
  graceSeconds: number;
  services: Record<ServiceKey, { wish: ServiceWish | null }>;
}

export interface VmJudgementInput {
  vm: VmFacts;
  host: HostFacts;
  memory: VmMemory;
  /** When the report before this one was made, whatever it said; left out, the last guest's date is up to one report late. */
  previousReportAt?: IsoTime | null;
  /** The role this VM is known by: decides while its replication mode cannot be read. */
  knownRole?: VmRole | null;
  placement: PlacementFacts;
  /** Newest non-prerelease version that every reporting node of the cluster lists (else this host); `null` unread. */
  newestCommonVmVersion: string | null;
  policy: Policy;
  observedAt: IsoTime;
}

export interface VmJudgement {
  services: ServiceVerdict[];
  /** One for every rule about a VM that is built, also those that do not apply. */
  outcomes: RuleOutcome[];
  /** In the order of `CAPABILITY_KEYS`. */
  capabilities: CapabilityStatus[];
  conversion: ConversionVerdict;
  /** Health as of this report, host findings and freshness left out: they are weighed when the finding life is known. */
  isInactive: boolean;
  isStateCritical: boolean;
  /** A running VM whose heartbeat is unknown for lack of evidence, or excused by the grace or by work in progress. */
  isHeartbeatOpen: boolean;
  /** The state has a name that nobody knows, or none: what was known before is no evidence. */
  isUnread: boolean;
  /** Time alone changes nothing: the VM is at rest or past its grace, and not at work. */
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
