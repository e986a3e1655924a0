import {
  SERVICE_ORDER,
  SERVICE_WORDS,
  type ServiceKey,
  type ServiceStatus,
  toStatusWords,
} from "@/components/vms/service-words.ts";
import type { FleetView } from "@/lib/contract/api/fleet.ts";

/** Problems first, and last what does not apply. */
export const STATUS_ORDER = [
  "failed",
  "degraded",
  "unknown",
  "disabled",
  "healthy",
  "not-applicable",
] as const satisfies readonly ServiceStatus[];

export interface ServiceBar {
  key: ServiceKey;
  label: string;
  parts: { word: ServiceStatus; count: number }[];
  /** What needs attention, each with a link to its VMs. */
  troubles: { status: "failed" | "degraded"; count: number; href: string }[];
  /** There are VMs, and the status of none is known. */
  isUnknown: boolean;
  spoken: string;
}

/** The status of each service over the fleet's VMs. */
export function prepareServiceBars(services: FleetView["services"]): ServiceBar[] {
  return SERVICE_ORDER.map((key) => {
    const { label } = SERVICE_WORDS[key];
    const parts = STATUS_ORDER.map((word) => ({ word, count: services[key][word] }));
    const said = parts
      .filter(({ count }) => count > 0)
      .map(({ word, count }) => `${count} ${toStatusWords(word)}`);
    return {
      key,
      label,
      parts,
      troubles: (["failed", "degraded"] as const)
        .map((status) => ({
          status,
          count: services[key][status],
          href: `/vms?${new URLSearchParams({ service: `${key}:${status}` }).toString()}`,
        }))
        .filter(({ count }) => count > 0),
      isUnknown: said.length > 0 && !parts.some(({ word, count }) => isKnown(word) && count > 0),
      spoken: `${label}: ${said.length === 0 ? "no VM" : said.join(", ")}`,
    };
  });
}

function isKnown(word: ServiceStatus): boolean {
  return word !== "unknown" && word !== "not-applicable";
}
