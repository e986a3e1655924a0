import { serviceRule } from "./service-rule.ts";

/** Off by default, and nobody minds. On and silent is a remark; on against the policy is a finding. */
export const isGuestServices = serviceRule("guest-services");
