import type { PhysicalAdapterFacts, SmbFacts } from "../facts.ts";
import type { Remedy } from "../judgement.ts";

/** Of the eight priorities, the one that vendors' guides give to SMB Direct. */
const USUAL_PRIORITY = 3;

/** Fixes for the network of a host. Adapters are selected by GUID or index: names are not unique and user-defined. */
function onHost(command: string, cost: string, note: string): Remedy {
  return { runOn: "host", shell: "powershell", platform: null, command, cost, note };
}

export function enableHostAdapterRdma(interfaceIndex: number | null): Remedy {
  if (interfaceIndex === null)
    return onHost(
      "Get-NetAdapterRdma | Where-Object InterfaceDescription -like 'Hyper-V Virtual Ethernet*'",
      "nothing",
      "Shows the host adapters; then run Enable-NetAdapterRdma -Name for the one that carries storage or live migration.",
    );
  return onHost(
    `Enable-NetAdapterRdma -Name (Get-NetAdapter -InterfaceIndex ${interfaceIndex}).Name`,
    "SMB sessions through this adapter reconnect",
    "RDMA on a host adapter is off until it is enabled.",
  );
}

export function enableRss({ interfaceGuid }: Pick<PhysicalAdapterFacts, "interfaceGuid">): Remedy {
  return onHost(
    `Get-NetAdapter | Where-Object InterfaceGuid -eq '{${interfaceGuid}}' | ForEach-Object { Enable-NetAdapterRss -Name $_.Name }`,
    "a short interruption of all traffic on the adapter, which restarts",
    "Persists across restarts.",
  );
}

export function enableGlobalRss(): Remedy {
  return onHost(
    "Set-NetOffloadGlobalSetting -ReceiveSideScaling Enabled",
    "nothing",
    "Applies to every adapter of the host.",
  );
}

export function enableNetworkDirect(): Remedy {
  return onHost(
    "Set-NetOffloadGlobalSetting -NetworkDirect Enabled",
    "nothing; SMB sessions use RDMA when they reconnect",
    "Applies to every adapter of the host.",
  );
}

export function enableMultichannel(side: "client" | "server"): Remedy {
  return side === "client"
    ? onHost(
        "Set-SmbClientConfiguration -EnableMultiChannel $true -Force",
        "nothing; applies to new sessions",
        "SMB Direct requires Multichannel.",
      )
    : onHost(
        "Set-SmbServerConfiguration -EnableMultiChannel $true -Force",
        "nothing; applies to new sessions",
        "SMB Direct requires Multichannel.",
      );
}

export function enableSmb2(): Remedy {
  return onHost(
    "Set-SmbServerConfiguration -EnableSMB2Protocol $true -Force",
    "nothing; applies to new sessions",
    "One setting controls SMB 2 and 3; Multichannel is part of SMB 3.",
  );
}

export function listMultichannelConstraints(): Remedy {
  return onHost(
    "Get-SmbMultichannelConstraint",
    "nothing",
    "Remove-SmbMultichannelConstraint removes one that is no longer needed.",
  );
}

export function stopSmbEncryption(): Remedy {
  return onHost(
    "Set-SmbServerConfiguration -EncryptData $false -Force",
    "data crosses the storage network unencrypted; applies to new sessions",
    "Windows Server 2022 and later encrypt over RDMA: an upgrade keeps both. Encryption can also be set per share.",
  );
}

/**
 * PFC for the priority of SMB Direct, and the parts of it that are missing: a second policy of the same name is
 * refused. The physical switches must match, which the host cannot see.
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
    "flow control changes on every adapter; coordinate with the administrators of the physical switches",
    "Then run Enable-NetAdapterQos for each RoCE adapter and Set-NetQosDcbxSetting -Willing $false. The physical switches need the same priority.",
  );
}

export function showSmbInterfaces(): Remedy {
  return onHost(
    "Get-SmbClientNetworkInterface; Get-SmbServerNetworkInterface; Get-NetAdapterBinding -ComponentID ms_msclient, ms_server",
    "nothing",
    "Shows which interfaces SMB lists and which bindings are disabled.",
  );
}

export function leaveTeam(): Remedy {
  return onHost(
    "Get-NetLbfoTeam | Format-List Name, Members, TeamNics",
    "an outage of all traffic on the team while it is removed",
    "An LBFO team does not support RDMA. SMB Multichannel over the individual adapters provides both speed and failover: remove the team with Remove-NetLbfoTeam.",
  );
}

export function showSwitchOfTeam(switchId: string): Remedy {
  return onHost(
    `Get-VMSwitch -Id '${switchId}' | Get-VMSwitchTeam | Format-List; Get-NetAdapter | Format-Table Name, InterfaceDescription, DriverVersion, LinkSpeed`,
    "nothing",
    "Members of an embedded team must have the same model, driver and speed: install the same driver, or remove the adapter that differs.",
  );
}
