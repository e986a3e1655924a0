import { serviceRule } from "./service-rule.ts";

/** Without it, the host can only turn the guest off. A warning for every guest that is known to support it. */
export const isShutdown = serviceRule("shutdown");
