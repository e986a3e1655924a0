import { serviceRule } from "./service-rule.ts";

/** Backups of the running VM fall back to a crash-consistent copy. On Linux, or if it is disabled, info. */
export const isVss = serviceRule("vss");
