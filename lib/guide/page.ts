import type { Remedy } from "../domain/judgement.ts";
import type {
  AccelerationStatus,
  CapabilityStatus,
  RuleId,
  ServiceStatus,
  Severity,
} from "../domain/words.ts";
import type { GuideKind } from "../format/guide-href.ts";

/** Words with marks: `code`, and [words](rules/is.vss), as lib/format/prose.ts reads them. */
export type Prose = string;

/** A page of the guide, as data: whoever draws it makes no decision. */
export interface GuidePage {
  kind: GuideKind;
  key: string;
  title: string;
  /** What it is, in a sentence or two. */
  lead: Prose;
  facts: GuideFact[];
  breaks: GuideEffects | null;
  judged: GuideTable[];
  ladders: GuideLadder[];
  /** How to check and mend it by hand, one for each system. */
  hands: GuideHand[];
  notes: Prose[];
  sources: GuideSource[];
  /** The rules whose findings are of this: the live numbers are theirs. */
  rules: RuleId[];
}

export interface GuideFact {
  name: string;
  value: Prose;
}

export interface GuideEffects {
  title: string;
  items: GuideEffect[];
}

/** `bad` is lost or broken, `minor` is worth knowing, `fine` is what some may think and need not fear. */
export interface GuideEffect {
  weight: "bad" | "minor" | "fine";
  subject: Prose;
  text: Prose;
}

export interface GuideTable {
  title: string;
  /** Words of the first column. */
  asks: string;
  /** Words of the column of statuses, and of findings; `null` where there is none. */
  status: string | null;
  finding: string | null;
  rows: GuideCase[];
}

export type GuideStatus =
  | ServiceStatus
  | CapabilityStatus
  | AccelerationStatus
  | "pass"
  | "caution"
  | "block";

/** What is reported, and what the product makes of it. */
export interface GuideCase {
  says: Prose;
  status: GuideStatus | null;
  finding: Severity | null;
  /** Said in place of "none". */
  remark?: Prose;
}

/** What must hold before a technology works, in the order in which it is asked. */
export interface GuideLadder {
  title: string;
  note: Prose;
  rungs: GuideRung[];
}

export interface GuideRung {
  key: string;
  title: string;
  text: Prose;
  /** What is missing where it does not hold. A wish and what only the guest can tell break nothing. */
  lacks: "capability" | "setting" | "wish" | "guest";
}

export interface GuideHand {
  /** Where the hand is put: "Windows guest", "Debian", "Host". */
  system: string;
  check: Remedy | null;
  fix: Remedy | null;
  note?: Prose;
}

export interface GuideSource {
  title: string;
  publisher: string;
}

/** A line of the index. */
export interface GuideEntry {
  kind: GuideKind;
  key: string;
  title: string;
  lead: string;
  /** What else it may be sought by: names in Windows and Linux, ids. */
  names: string;
  rules: readonly RuleId[];
}
