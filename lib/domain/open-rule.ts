import { RULE_IDS, SEVERITIES, type RuleId, type Severity } from "./words.ts";

export interface OpenRule {
  rule: RuleId;
  severity: Severity;
}

/** The form of an open finding in a VM's row: `warning is.vss`. */
export function toOpenRule({ rule, severity }: OpenRule): string {
  return `${severity} ${rule}`;
}

/** Reads what `toOpenRule` wrote; `null` for words that this version does not know. */
export function fromOpenRule(word: string): OpenRule | null {
  const [first, second] = word.split(" ");
  const severity = SEVERITIES.find((each) => each === first);
  const rule = RULE_IDS.find((each) => each === second);
  return severity && rule ? { rule, severity } : null;
}
