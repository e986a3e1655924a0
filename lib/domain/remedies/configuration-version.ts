import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

/** Irreversible, which its text states. */
export function upgradeConfiguration(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Update-VMVersion`,
    cost: "the VM must be off",
    note: "This cannot be undone: the VM can then not return to an older host. Raise the cluster functional level first.",
  };
}

/** Windows 10 and Server 2016: older hosts support one version, and have no cmdlet to list it. */
const FIRST_BUILD_WITH_VERSIONS = 10240;

export function listHostVersions(hostBuild: number | null): Remedy {
  if (hostBuild !== null && hostBuild < FIRST_BUILD_WITH_VERSIONS)
    return {
      runOn: "host",
      shell: "powershell",
      platform: null,
      command: "Get-CimInstance Win32_OperatingSystem | Format-List Caption, Version",
      cost: "nothing",
      note: "A host this old starts only VMs of its own version: move the VM to a host that supports the VM's version.",
    };
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: "Get-VMHostSupportedVersion",
    cost: "nothing",
    note: "Shows the versions this host can start. Upgrade the VM on a host that still supports its version, or move it to a newer host.",
  };
}
