import { serviceRule } from "./service-rule.ts";

/** Backups of the running VM fall back to a crash-consistent copy. On Linux a remark, as is a switch that is off. */
export const isVss = serviceRule("vss");
