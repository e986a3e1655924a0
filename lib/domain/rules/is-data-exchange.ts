import { serviceRule } from "./service-rule.ts";

/** Without it, the guest's OS, name and addresses are unknown. On Linux it is a separate package, so info there. */
export const isDataExchange = serviceRule("data-exchange");
