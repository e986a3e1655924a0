import type { PhysicalAdapterFacts, SmbFacts } from "../facts.ts";
import type { Remedy } from "../judgement.ts";

/** Of the eight, the one that vendors' guides give to SMB Direct. */
const USUAL_PRIORITY = 3;

/** What mends the network of a host. Adapters are chosen by GUID or index: their names repeat, and somebody chose them. */
function onHost(command: string, cost: string, note: string): Remedy {
  return { runOn: "host", shell: "powershell", platform: null, command, cost, note };
}

export function enableHostAdapterRdma(interfaceIndex: number | null): Remedy {
  if (interfaceIndex === null)
    return onHost(
      "Get-NetAdapterRdma | Where-Object InterfaceDescription -like 'Hyper-V Virtual Ethernet*'",
      "nothing",
      "Shows the host adapters; then Enable-NetAdapterRdma -Name with the one that carries storage or moves of VMs.",
    );
  return onHost(
    `Enable-NetAdapterRdma -Name (Get-NetAdapter -InterfaceIndex ${interfaceIndex}).Name`,
    "SMB sessions through this adapter are set up anew",
    "RDMA of a host adapter is off until somebody turns it on.",
  );
}

export function enableRss({ interfaceGuid }: Pick<PhysicalAdapterFacts, "interfaceGuid">): Remedy {
  return onHost(
    `Get-NetAdapter | Where-Object InterfaceGuid -eq '{${interfaceGuid}}' | ForEach-Object { Enable-NetAdapterRss -Name $_.Name }`,
    "a short break of everything on the adapter, which restarts",
    "Stays on over restarts.",
  );
}

export function enableGlobalRss(): Remedy {
  return onHost(
    "Set-NetOffloadGlobalSetting -ReceiveSideScaling Enabled",
    "nothing",
    "For every adapter of the host at once.",
  );
}

export function enableNetworkDirect(): Remedy {
  return onHost(
    "Set-NetOffloadGlobalSetting -NetworkDirect Enabled",
    "nothing; SMB sessions take RDMA up as they are set up anew",
    "For every adapter of the host at once.",
  );
}

export function enableMultichannel(side: "client" | "server"): Remedy {
  return side === "client"
    ? onHost(
        "Set-SmbClientConfiguration -EnableMultiChannel $true -Force",
        "nothing; holds for new sessions",
        "Without Multichannel there is no SMB Direct either.",
      )
    : onHost(
        "Set-SmbServerConfiguration -EnableMultiChannel $true -Force",
        "nothing; holds for new sessions",
        "Without Multichannel there is no SMB Direct either.",
      );
}

export function enableSmb2(): Remedy {
  return onHost(
    "Set-SmbServerConfiguration -EnableSMB2Protocol $true -Force",
    "nothing; holds for new sessions",
    "One switch for SMB 2 and 3: Multichannel belongs to SMB 3.",
  );
}

export function listMultichannelConstraints(): Remedy {
  return onHost(
    "Get-SmbMultichannelConstraint",
    "nothing",
    "Remove-SmbMultichannelConstraint takes one away, where nobody remembers why it is there.",
  );
}

export function stopSmbEncryption(): Remedy {
  return onHost(
    "Set-SmbServerConfiguration -EncryptData $false -Force",
    "data travels in clear on the storage network; holds for new sessions",
    "Windows Server 2022 and later encrypt over RDMA: an upgrade keeps both. Encryption can also be set for single shares.",
  );
}

/**
 * PFC for the priority of SMB Direct, and what of it is not there yet: a second policy of one name is refused. The switches
 * in the rack must agree, and no host can see them.
 */
export function configureDcb(dcb: SmbFacts["dcb"]): Remedy {
  const priority = dcb?.smbDirectPriority ?? null;
  const steps = [`Enable-NetQosFlowControl -Priority ${priority ?? USUAL_PRIORITY}`];
  if (priority === null)
    steps.unshift(
      `New-NetQosPolicy -Name SMB -NetDirectPortMatchCondition 445 -PriorityValue8021Action ${USUAL_PRIORITY}`,
    );
  if (dcb?.installed !== true) steps.unshift("Install-WindowsFeature Data-Center-Bridging");
  return onHost(
    steps.join("; "),
    "flow control changes on every adapter; plan it with the people of the physical switches",
    "Then Enable-NetAdapterQos for each RoCE adapter and Set-NetQosDcbxSetting -Willing $false. The physical switches need the same priority.",
  );
}

export function showSmbInterfaces(): Remedy {
  return onHost(
    "Get-SmbClientNetworkInterface; Get-SmbServerNetworkInterface; Get-NetAdapterBinding -ComponentID ms_msclient, ms_server",
    "nothing",
    "Shows which interfaces SMB sees and which bindings are off.",
  );
}

export function leaveTeam(): Remedy {
  return onHost(
    "Get-NetLbfoTeam | Format-List Name, Members, TeamNics",
    "an outage of what the team carries, while it is taken apart",
    "An LBFO team carries no RDMA. SMB Multichannel over the single adapters gives both speed and failover: Remove-NetLbfoTeam.",
  );
}

export function showSwitchOfTeam(switchId: string): Remedy {
  return onHost(
    `Get-VMSwitch -Id '${switchId}' | Get-VMSwitchTeam | Format-List; Get-NetAdapter | Format-Table Name, InterfaceDescription, DriverVersion, LinkSpeed`,
    "nothing",
    "Members of an embedded team must be of one model, driver and speed: bring the drivers level, or take the odd one out.",
  );
}
