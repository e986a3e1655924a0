/** Asks for what is in no cluster, where clusters are asked for by name. No cluster is called so: parentheses are not allowed in the name. */
export const NO_CLUSTER = "(none)";

/** How what is in no cluster is called on a screen. */
export const STANDALONE = "standalone";
