import type { Remedy } from "../judgement.ts";
import { COMPONENT_GUIDS } from "../services/service-catalogue.ts";
import type { ComponentKey } from "../words.ts";

/**
 * Commands select by ids only: names repeat and are localized, and a user-defined name must never be run. The VM's id
 * is a GUID, which the wire has checked.
 */
export function selectVm(vmId: string): string {
  return `Get-VM -Id '${vmId}'`;
}

export function enableOnHost(key: ComponentKey, vmId: string): Remedy {
  return switchOnHost("Enable", key, vmId, "Takes effect immediately, while the VM is running.");
}

export function disableOnHost(key: ComponentKey, vmId: string): Remedy {
  return switchOnHost("Disable", key, vmId, "Takes effect immediately; the guest component stops by itself.");
}

function switchOnHost(verb: "Enable" | "Disable", key: ComponentKey, vmId: string, note: string): Remedy {
  const filter = `Where-Object { $_.Id -like '*\\${COMPONENT_GUIDS[key]}' }`;
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Get-VMIntegrationService | ${filter} | ${verb}-VMIntegrationService`,
    cost: "nothing",
    note,
  };
}
