/** Raised whenever a rule may answer other than before for the same facts: everything is then judged again. */
export const RULES_VERSION = 9;
