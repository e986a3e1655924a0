/** Raised whenever a rule may give a different answer or text for the same facts: everything is then judged again. */
export const RULES_VERSION = 14;
