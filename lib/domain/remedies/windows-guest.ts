import type { Remedy } from "../judgement.ts";
import type { ComponentKey } from "../words.ts";

/** The guest component in Windows, by its service name. */
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
    "Run as administrator. If the service is missing, get it from Windows Update, or from the integration services disk of a host up to 2012 R2.",
  );
}

export function restartInWindows(key: ComponentKey): Remedy {
  const service = WINDOWS_SERVICES[key];
  return inWindows(
    `Set-Service -Name ${service} -StartupType Manual; Restart-Service -Name ${service} -Force`,
    "nothing",
    "Run as administrator. If the service stops responding again, check the guest's System log.",
  );
}

export function listMissingUpdates(): Remedy {
  return inWindows(
    "(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher().Search('IsInstalled=0').Updates | Select-Object -Property Title",
    "nothing; installing the listed updates requires a reboot of the guest",
    "The guest components of the integration services are delivered with its updates.",
  );
}

export function readWindowsLog(): Remedy {
  return inWindows(
    "Get-WinEvent -FilterHashtable @{ LogName = 'System', 'Application'; Level = 1, 2 } -MaxEvents 50",
    "nothing",
    "Shows errors of the application that the cluster monitors.",
  );
}

function inWindows(command: string, cost: string, note: string): Remedy {
  return { runOn: "guest", shell: "powershell", platform: "Windows", command, cost, note };
}
