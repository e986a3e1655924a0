import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { ComponentKey } from "@/lib/domain/words.ts";
import type { HostTexts } from "../fleet/host-texts.ts";
import { COMPONENTS, type VmCondition } from "../fleet/vm-condition.ts";

export type VmWire = NonNullable<SnapshotV1["vms"]>[number];

const COMPONENT_IDS: Readonly<Record<ComponentKey, string>> = {
  heartbeat: "84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47",
  shutdown: "9F8233AC-BE49-4C79-8EE3-E7E1985B2077",
  "time-sync": "2497F4DE-E9FA-4204-80E4-4B75C46419C0",
  "data-exchange": "2A34B1C2-FD73-4043-8A5B-DD2159BC743F",
  vss: "5CED1297-4598-4915-A5FC-AD21BB4D02A4",
  "guest-services": "6C09BB55-D683-4DA0-8931-C9BF705F6480",
};

/** The six rows of `Get-VMIntegrationService`, named in the language of the host. */
export function renderServices(
  vmId: string,
  condition: VmCondition,
  texts: HostTexts,
): VmWire["integrationServices"] {
  const textOf = (status: number | null) => (status === null ? null : (texts.statuses[status] ?? null));
  return COMPONENTS.map((key) => {
    const { enabled, primary, secondary } = condition.services[key];
    return {
      id: `Microsoft:${vmId.toUpperCase()}\\${COMPONENT_IDS[key]}`,
      name: texts.services[key],
      enabled,
      primaryStatus: primary,
      primaryStatusText: textOf(primary),
      secondaryStatus: secondary,
      secondaryStatusText: textOf(secondary),
    };
  });
}
