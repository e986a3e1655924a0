import type { CapabilityView } from "@/lib/contract/api/vms.ts";

export interface CapabilityGroup {
  status: CapabilityView["status"];
  title: string;
  capabilities: CapabilityView[];
}

/** What the VM uses, could use now, or could use after a change; then what is unknown or does not apply. */
const GROUPS = [
  { status: "in-use", title: "In use" },
  { status: "available", title: "Available" },
  { status: "unavailable", title: "Available after a change" },
  { status: "unknown", title: "Unknown" },
  { status: "not-applicable", title: "Does not apply" },
] as const satisfies readonly Omit<CapabilityGroup, "capabilities">[];

/** Capabilities by status, each group in the server's order; empty groups are omitted. */
export function prepareCapabilities(capabilities: readonly CapabilityView[]): CapabilityGroup[] {
  return GROUPS.map((group) => ({
    ...group,
    capabilities: capabilities.filter(({ status }) => status === group.status),
  })).filter((group) => group.capabilities.length > 0);
}
