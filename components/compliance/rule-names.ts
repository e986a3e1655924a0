import { RULE_NAMES } from "@/lib/format/rule-names.ts";

const NAMES = new Map<string, string>(Object.entries(RULE_NAMES));

/** A rule's name; a rule of a newer server is shown by its id. */
export function toRuleName(rule: string): string {
  return NAMES.get(rule) ?? rule;
}
