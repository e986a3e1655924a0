import type { Remedy } from "../judgement.ts";

export function listSwitches(): Remedy {
  return onNode(
    "Get-VMSwitch | Format-Table Name, SwitchType, IovEnabled, EmbeddedTeamingEnabled, BandwidthReservationMode",
    "nothing, to look; SR-IOV, teaming and bandwidth mode need the switch created anew, an outage of every VM on it",
  );
}

export function showRdmaTechnology(): Remedy {
  return onNode(
    "Get-NetAdapterAdvancedProperty -RegistryKeyword '*NetworkDirectTechnology' | Format-Table Name, DisplayValue, RegistryValue",
    "nothing, to look; adapters that speak both restart when they are set to the other",
  );
}

function onNode(command: string, cost: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command,
    cost,
    note: "On each node. Move the VMs away from a node before it is changed.",
  };
}
