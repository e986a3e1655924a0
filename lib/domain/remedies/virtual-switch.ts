import type { SwitchFacts } from "../facts.ts";
import type { Remedy } from "../judgement.ts";

function onSwitch(command: string, { cost, note }: Pick<Remedy, "cost" | "note">): Remedy {
  return { runOn: "host", shell: "powershell", platform: null, command, cost, note };
}

/** Only a new switch can have SR-IOV. Without its adapters' ids, no irreversible command is offered. */
export function createWithIov({
  id,
  adapterGuids,
  embeddedTeamingEnabled,
}: Pick<SwitchFacts, "id" | "adapterGuids" | "embeddedTeamingEnabled">): Remedy {
  const show = `Get-VMSwitch -Id '${id}'`;
  const cost =
    "an outage of every VM on the switch, until it is reconnected, and of the host if it uses the switch";
  const note =
    "SR-IOV can be enabled only when a switch is created, and the new switch has no minimum bandwidth. First move the VMs off it, or note which adapters are connected to it.";
  if (adapterGuids === null || adapterGuids.length === 0)
    return onSwitch(`${show} | Format-List Name, NetAdapterInterfaceDescriptions, AllowManagementOS`, {
      cost,
      note,
    });
  const ids = adapterGuids.map((guid) => `'{${guid}}'`).join(", ");
  const team = embeddedTeamingEnabled === true ? " -EnableEmbeddedTeaming $true" : "";
  return onSwitch(
    [
      `$old = ${show} | Select-Object Name, AllowManagementOS`,
      `$ports = (Get-NetAdapter | Where-Object InterfaceGuid -in ${ids}).Name`,
      `${show} | Remove-VMSwitch`,
      `New-VMSwitch -Name $old.Name -NetAdapterName $ports -AllowManagementOS $old.AllowManagementOS${team} -EnableIov $true`,
    ].join("; "),
    { cost, note },
  );
}

export function replaceLbfoTeam({ id }: Pick<SwitchFacts, "id">): Remedy {
  return onSwitch(
    `Get-VMSwitch -Id '${id}' | Format-List Name, NetAdapterInterfaceDescriptions; Get-NetLbfoTeam`,
    {
      cost: "an outage of every VM on the switch while it is recreated",
      note: "Move the VMs off the switch, remove the switch and its team, then run New-VMSwitch with the members and -EnableEmbeddedTeaming $true. Windows Server before 2016 has no embedded teaming: create a switch on each member, and team the adapters in the guests.",
    },
  );
}

export function showSwitchUse({ id }: Pick<SwitchFacts, "id">): Remedy {
  const properties =
    "Name, IovVirtualFunctionCount, IovVirtualFunctionsInUse, AvailableVMQueues, NumberVmqAllocated";
  return onSwitch(`Get-VMSwitch -Id '${id}' | Format-List ${properties}`, {
    cost: "nothing; a VM that gives up its share continues without it",
    note: "Release it from VMs that need it least (weight 0), or raise the number in the adapter's settings.",
  });
}

export function showForwardingExtensions({ id }: Pick<SwitchFacts, "id">): Remedy {
  return onSwitch(`Get-VMSwitch -Id '${id}' | Get-VMSwitchExtension | Where-Object Enabled`, {
    cost: "nothing; without the extension, the switch forwards by itself",
    note: "Disable-VMSwitchExtension disables it; check with its owner first.",
  });
}

/** What the firmware lacks; the reasons are Windows' own texts, in the host's language. */
export function mendPlatform(): Remedy {
  return onSwitch("Get-VMHost | Select-Object IovSupport, IovSupportReasons", {
    cost: "a reboot of the host to change its firmware settings",
    note: "Enable SR-IOV and Intel VT-d or AMD IOMMU in the firmware, and update it.",
  });
}
