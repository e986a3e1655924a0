import type { Remedy } from "../domain/judgement.ts";
import type {
  AccelerationStatus,
  CapabilityStatus,
  RuleId,
  ServiceStatus,
  Severity,
} from "../domain/words.ts";
import type { GuideKind } from "../format/guide-href.ts";

/** Text with marks: `code`, and [words](rules/is.vss), as lib/format/prose.ts parses them. */
export type Prose = string;

/** A page of the guide, as data: rendering it involves no decision. */
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
  /** How to check and fix it manually, one for each system. */
  hands: GuideHand[];
  notes: Prose[];
  sources: GuideSource[];
  /** The rules whose findings are about this: the live numbers are theirs. */
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

/** `bad` is lost or broken, `minor` is worth knowing, `fine` is not affected. */
export interface GuideEffect {
  weight: "bad" | "minor" | "fine";
  subject: Prose;
  text: Prose;
}

export interface GuideTable {
  title: string;
  /** Heading of the first column. */
  asks: string;
  /** Headings of the columns of statuses and of findings; `null` if there is none. */
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

/** What is reported, and the resulting verdict. */
export interface GuideCase {
  /** Its place on the page, if it is linked to. */
  place?: string;
  says: Prose;
  status: GuideStatus | null;
  finding: Severity | null;
  /** Shown instead of "none". */
  remark?: Prose;
}

/** The requirements of a technology, in the order in which they are checked. */
export interface GuideLadder {
  title: string;
  note: Prose;
  rungs: GuideRung[];
}

export interface GuideRung {
  key: string;
  title: string;
  text: Prose;
  /** What is missing if it does not hold. A request, and what only the guest can answer, break nothing. */
  lacks: "capability" | "setting" | "wish" | "guest";
}

export interface GuideHand {
  /** Where to run it: "Windows guest", "Debian", "Host". */
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
  /** Further search terms: names in Windows and Linux, ids. */
  names: string;
  rules: readonly RuleId[];
}
