import { RULE_NAMES } from "@/lib/format/rule-names.ts";

const NAMES = new Map<string, string>(Object.entries(RULE_NAMES));

/** A rule's name; one of a newer server is told by its id. */
export function toRuleName(rule: string): string {
  return NAMES.get(rule) ?? rule;
}
