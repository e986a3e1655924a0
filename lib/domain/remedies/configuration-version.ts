import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

/** Irreversible, so it says so where it is offered. */
export function upgradeConfiguration(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Update-VMVersion`,
    cost: "the VM must be off meanwhile",
    note: "There is no way back: the VM can then not return to an older host. Raise the cluster's functional level first.",
  };
}

export function listHostVersions(): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: "Get-VMHostSupportedVersion",
    cost: "nothing",
    note: "Shows what this host can start. Upgrade the VM on a host that still knows its version, or move it to a newer host.",
  };
}
