import type { Evidence } from "../judgement.ts";
import { COMPONENT_KEYS } from "../services/service-catalogue.ts";
import { finding, NOT_APPLICABLE, OK, UNKNOWN, type VmRule } from "./vm-rule.ts";

/**
 * One finding for a guest in which nothing responds, instead of one for each service. The first status of any service
 * ends it. With heartbeat disabled, a silent guest cannot be distinguished from silent services, so the rule does not
 * apply.
 */
export const isGuestSilent: VmRule = {
  id: "is.guest-silent",
  evaluate({ role, together, services }) {
    if (role === "test-replica") return NOT_APPLICABLE;
    if (together === null) return UNKNOWN;
    if (together.silence === "answers") return OK;
    if (together.silence === "heartbeat-off") return NOT_APPLICABLE;
    if (together.cause !== "is.guest-silent") return UNKNOWN;

    const { severity, summary, evidence, remedies } = services.heartbeat.verdict;
    const followers: Evidence[] = [];
    for (const key of COMPONENT_KEYS)
      if (services[key].verdict.follows === "is.guest-silent")
        followers.push({ name: `${key}.primaryStatus`, value: together.rows?.[key]?.primaryStatus ?? null });
    return finding(severity ?? "warning", summary, [...evidence, ...followers], remedies);
  },
};
