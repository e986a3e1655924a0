import type { RuleId, Severity } from "../../domain/words.ts";
import { SEVERITIES } from "../../domain/words.ts";
import { RULE_NAMES } from "../../format/rule-names.ts";
import type {
  GuideCase,
  GuideEffect,
  GuideHand,
  GuidePage,
  GuideSource,
  GuideTable,
  Prose,
} from "../page.ts";

/** The text that is specific to a rule; the parts that all rules share are added. */
export interface RuleText {
  id: RuleId;
  lead: Prose;
  /** "a VM, running or not". */
  speaksOf: Prose;
  /** The page about its subject. */
  see: Prose;
  breaks: GuideEffect[];
  cases: GuideCase[];
  tables?: GuideTable[];
  hands: GuideHand[];
  notes?: Prose[];
  sources: GuideSource[];
}

export function rulePage(text: RuleText): GuidePage {
  const { id, cases } = text;
  return {
    kind: "rules",
    key: id,
    title: RULE_NAMES[id],
    lead: text.lead,
    facts: [
      { name: "Rule", value: `\`${id}\`` },
      { name: "Applies to", value: text.speaksOf },
      { name: "Severity", value: severitiesIn(cases) },
      { name: "See", value: text.see },
    ],
    breaks: text.breaks.length === 0 ? null : { title: "What it means", items: text.breaks },
    judged: [
      {
        title: "How it is judged here",
        asks: "The report shows",
        status: null,
        finding: "Finding",
        rows: cases,
      },
      ...(text.tables ?? []),
    ],
    ladders: [],
    hands: text.hands,
    notes: [
      ...(text.notes ?? []),
      "A finding opens with the first report of a problem and is confirmed by the second; without evidence it is frozen: [how a verdict is made](ideas/verdicts).",
    ],
    sources: text.sources,
    rules: [id],
  };
}

/** Worst first. */
function severitiesIn(cases: readonly GuideCase[]): string {
  const found = new Set<Severity | null>(cases.map(({ finding }) => finding));
  return SEVERITIES.filter((severity) => found.has(severity)).join(", ");
}

export function opens(finding: Severity, says: Prose, remark?: Prose): GuideCase {
  return { says, status: null, finding, ...(remark === undefined ? {} : { remark }) };
}

export function holds(says: Prose, remark = "none"): GuideCase {
  return { says, status: null, finding: null, remark };
}

/** No evidence: an open finding stays. */
export function freezes(says: Prose): GuideCase {
  return { says, status: null, finding: null, remark: "an open finding is frozen" };
}

/** The rule no longer applies. */
export function ends(says: Prose): GuideCase {
  return { says, status: null, finding: null, remark: "an open finding is resolved" };
}
