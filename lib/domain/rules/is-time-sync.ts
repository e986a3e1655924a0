import { serviceRule } from "./service-rule.ts";

/** Never more than info: a modern guest has better sources, and a domain controller should not use this one. */
export const isTimeSync = serviceRule("time-sync");
