import { serviceRule } from "./service-rule.ts";

/** Hides the guest's system, name and addresses. On Linux it is a package of its own, so a remark there. */
export const isDataExchange = serviceRule("data-exchange");
