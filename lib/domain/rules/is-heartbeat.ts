import { serviceRule } from "./service-rule.ts";

/** Without a heartbeat, the host cannot tell whether the guest OS is running. Covers all six when all are disabled. */
export const isHeartbeat = serviceRule("heartbeat");
