import type { Remedy } from "../judgement.ts";
import type { ComponentKey } from "../words.ts";

/** The guest's side in Windows, by its service's own name. */
export const WINDOWS_SERVICES = {
  heartbeat: "vmicheartbeat",
  shutdown: "vmicshutdown",
  "time-sync": "vmictimesync",
  "data-exchange": "vmickvpexchange",
  vss: "vmicvss",
  "guest-services": "vmicguestinterface",
} as const satisfies Record<ComponentKey, string>;

export function startInWindows(key: ComponentKey): Remedy {
  const service = WINDOWS_SERVICES[key];
  return inWindows(
    `Set-Service -Name ${service} -StartupType Manual; Start-Service -Name ${service}`,
    "nothing",
    "As administrator. Where the service is missing, Windows Update brings it, or the disk of a host up to 2012 R2.",
  );
}

export function restartInWindows(key: ComponentKey): Remedy {
  const service = WINDOWS_SERVICES[key];
  return inWindows(
    `Set-Service -Name ${service} -StartupType Manual; Restart-Service -Name ${service} -Force`,
    "nothing",
    "As administrator. A service that falls silent again has its reason in the guest's System log.",
  );
}

export function listMissingUpdates(): Remedy {
  return inWindows(
    "(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher().Search('IsInstalled=0').Updates | Select-Object -Property Title",
    "nothing; installing what it lists costs a reboot of the guest",
    "The guest's side of the integration services comes with its updates.",
  );
}

export function readWindowsLog(): Remedy {
  return inWindows(
    "Get-WinEvent -FilterHashtable @{ LogName = 'System', 'Application'; Level = 1, 2 } -MaxEvents 50",
    "nothing",
    "Errors of the application that the cluster watches stand here.",
  );
}

function inWindows(command: string, cost: string, note: string): Remedy {
  return { runOn: "guest", shell: "powershell", platform: "Windows", command, cost, note };
}
