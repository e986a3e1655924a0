/**
 * Value of the cluster filter for hosts and VMs outside any cluster. No cluster can have this name: parentheses are not
 * allowed in it.
 */
export const NO_CLUSTER = "(none)";

/** Label for hosts and VMs outside any cluster. */
export const STANDALONE = "standalone";
