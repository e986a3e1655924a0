import type { ServiceVerdict } from "../judgement.ts";
import { SERVICE_KEYS } from "../words.ts";
import { SERVICE_IMPACTS } from "./service-catalogue.ts";

const UNREAD = "vms";

/** The seven verdicts on a known VM that a report could not read: neither good nor bad. */
export function unreadServices(): ServiceVerdict[] {
  return SERVICE_KEYS.map((key) => ({
    key,
    status: "unknown",
    severity: null,
    follows: null,
    impact: SERVICE_IMPACTS[key],
    summary: "The host's latest report could not read this VM.",
    evidence: [{ name: UNREAD, value: null, decides: true }],
    remedies: [],
  }));
}

/**
 * What a report did not contain of a VM: the VM itself, because the host could not read all of its VMs, or only its services.
 */
export function unreadPart(verdicts: readonly ServiceVerdict[]): "vm" | "services" | null {
  if (areUnread(verdicts)) return "vm";
  const isOfServices = verdicts.some(
    ({ status, evidence }) =>
      status === "unknown" &&
      evidence.some(({ name, value }) => name === "integrationServices" && value === null),
  );
  return isOfServices ? "services" : null;
}

/** Whether these are the verdicts on a VM that its host's newest report could not read. */
export function areUnread(verdicts: readonly ServiceVerdict[]): boolean {
  return verdicts.some(({ evidence }) =>
    evidence.some(({ name, value }) => name === UNREAD && value === null),
  );
}
