import type { SwitchFacts } from "../facts.ts";
import type { Remedy } from "../judgement.ts";

function onSwitch(command: string, { cost, note }: Pick<Remedy, "cost" | "note">): Remedy {
  return { runOn: "host", shell: "powershell", platform: null, command, cost, note };
}

/** Only a new switch can have SR-IOV. Without its adapters' ids nothing is offered to run that could not be undone. */
export function createWithIov({
  id,
  adapterGuids,
  embeddedTeamingEnabled,
}: Pick<SwitchFacts, "id" | "adapterGuids" | "embeddedTeamingEnabled">): Remedy {
  const show = `Get-VMSwitch -Id '${id}'`;
  const cost =
    "an outage of every VM on the switch, which are then connected anew, and of the host where it uses it";
  const note =
    "SR-IOV is set only when a switch is created, and the new one has no minimum bandwidth. Move the VMs away, or note whose adapters are on it, first.";
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
      cost: "an outage of every VM on the switch while it is created anew",
      note: "Move the VMs away, remove the switch and its team, then New-VMSwitch with the members and -EnableEmbeddedTeaming $true. Before Windows Server 2016, which has no such teaming: a switch on each member, and the guests team their adapters.",
    },
  );
}

export function showSwitchUse({ id }: Pick<SwitchFacts, "id">): Remedy {
  const properties =
    "Name, IovVirtualFunctionCount, IovVirtualFunctionsInUse, AvailableVMQueues, NumberVmqAllocated";
  return onSwitch(`Get-VMSwitch -Id '${id}' | Format-List ${properties}`, {
    cost: "nothing, to look; a VM that gives its share up goes on without it",
    note: "Take it from VMs that need it least (weight 0), or raise the number in the adapter's setup.",
  });
}

export function showForwardingExtensions({ id }: Pick<SwitchFacts, "id">): Remedy {
  return onSwitch(`Get-VMSwitch -Id '${id}' | Get-VMSwitchExtension | Where-Object Enabled`, {
    cost: "nothing, to look; without the extension the switch forwards by itself",
    note: "Disable-VMSwitchExtension takes it out, where whoever put it in agrees.",
  });
}

/** What the firmware lacks; the reasons are Windows' own words, in the host's language. */
export function mendPlatform(): Remedy {
  return onSwitch("Get-VMHost | Select-Object IovSupport, IovSupportReasons", {
    cost: "a reboot of the host, to change its firmware's setup",
    note: "Switch SR-IOV and Intel VT-d or AMD IOMMU on in the firmware, and update it.",
  });
}
