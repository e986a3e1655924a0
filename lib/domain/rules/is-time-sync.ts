import { serviceRule } from "./service-rule.ts";

/** Never more than a remark: a modern guest has better sources, and a domain controller should not use this one. */
export const isTimeSync = serviceRule("time-sync");
