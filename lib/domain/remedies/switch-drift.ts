import type { Remedy } from "../judgement.ts";

export function listSwitches(): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command:
      "Get-VMSwitch | Format-Table Name, SwitchType, IovEnabled, EmbeddedTeamingEnabled, BandwidthReservationMode",
    cost: "nothing; changing SR-IOV, teaming or bandwidth mode requires recreating the switch, an outage of every VM on it",
    note: "Run on each node. Move the VMs off a node before changing it.",
  };
}
