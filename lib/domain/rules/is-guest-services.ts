import { serviceRule } from "./service-rule.ts";

/** Off by default, which is not a fault. Enabled and silent is info; enabled against the policy is a warning. */
export const isGuestServices = serviceRule("guest-services");
