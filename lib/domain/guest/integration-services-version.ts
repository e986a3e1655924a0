import type { VmFacts } from "../facts.ts";
import type { KnownGuest } from "./known-guest.ts";

export interface IntegrationServicesVersion {
  version: string | null;
  /** `null`: neither reports it. Hosts from 2016 on write `0.0` for "not reported by this host". */
  toldBy: "guest" | "host" | null;
}

const NOT_TOLD: IntegrationServicesVersion = { version: null, toldBy: null };
const NO_VERSION = /^[0.]*$/;

/** The guest knows its own version best; the host's value is second-hand, and missing on hosts from 2016 on. */
export function integrationServicesVersion(
  vm: Pick<VmFacts, "integrationServicesVersion">,
  guest: KnownGuest,
): IntegrationServicesVersion {
  const told = guest.facts?.integrationServicesVersion?.trim() ?? "";
  if (!NO_VERSION.test(told)) return { version: told, toldBy: "guest" };
  const seen = vm.integrationServicesVersion?.trim() ?? "";
  return NO_VERSION.test(seen) ? NOT_TOLD : { version: seen, toldBy: "host" };
}
