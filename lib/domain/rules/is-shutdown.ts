import { serviceRule } from "./service-rule.ts";

/** Without it the host can only cut the power. Warned of on every guest that is known to be able to have it. */
export const isShutdown = serviceRule("shutdown");
