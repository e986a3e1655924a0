import { serviceRule } from "./service-rule.ts";

/** Without a heartbeat nobody outside can tell whether the guest's system is up. Speaks for all six when all are off. */
export const isHeartbeat = serviceRule("heartbeat");
