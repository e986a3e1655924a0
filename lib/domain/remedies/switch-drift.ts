import type { Remedy } from "../judgement.ts";

export function listSwitches(): Remedy {
  return onNode(
    "Get-VMSwitch | Format-Table Name, SwitchType, IovEnabled, EmbeddedTeamingEnabled, BandwidthReservationMode",
    "nothing; changing SR-IOV, teaming or bandwidth mode requires recreating the switch, an outage of every VM on it",
  );
}

export function showRdmaTechnology(): Remedy {
  return onNode(
    "Get-NetAdapterAdvancedProperty -RegistryKeyword '*NetworkDirectTechnology' | Format-Table Name, DisplayValue, RegistryValue",
    "nothing; adapters that support both restart when set to the other",
  );
}

function onNode(command: string, cost: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command,
    cost,
    note: "Run on each node. Move the VMs off a node before changing it.",
  };
}
