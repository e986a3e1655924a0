import * as hostNetwork from "../../domain/remedies/host-network.ts";
import * as networkAdapter from "../../domain/remedies/network-adapter.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { createWithIov, mendPlatform, replaceLbfoTeam } from "../../domain/remedies/virtual-switch.ts";
import * as vmAdapter from "../../domain/remedies/vm-adapter.ts";
import { upgradeConfiguration } from "../../domain/remedies/configuration-version.ts";
import type { HostTechnology, VmTechnology } from "../../domain/words.ts";
import { lookInWindows, lookOnHost } from "../look.ts";
import type { GuideHand } from "../page.ts";
import { ANY_ADAPTER, ANY_VM } from "../placeholders.ts";

const PORT = { interfaceGuid: "<adapter id>" };
const SWITCH = { id: "<switch id>", adapterGuids: [PORT.interfaceGuid], embeddedTeamingEnabled: null };
const IDS = "Get-NetAdapter | Format-Table Name, InterfaceGuid shows the adapter's id.";

function lookAtVm(properties: string, note = "") {
  return lookOnHost(`${selectVm(ANY_VM)} | Get-VMNetworkAdapter | Format-List Name, ${properties}`, note);
}

const LINUX = { family: "linux", name: "Linux", distribution: null, version: null, bits: 64 } as const;
const WINDOWS = { family: "windows", name: "Windows", build: 20348, bits: 64 } as const;

const GUEST_DRIVER: readonly GuideHand[] = [
  { system: "Windows guest", check: vmAdapter.showGuestAdapters(WINDOWS), fix: null },
  { system: "Linux guest", check: vmAdapter.showGuestAdapters(LINUX), fix: null },
];

const SRIOV_OF_HOST: readonly GuideHand[] = [
  {
    system: "Adapter",
    check: lookOnHost(
      "Get-NetAdapterSriov | Format-List Name, Enabled, SriovSupport, NumVFs, SwitchName",
      IDS,
    ),
    fix: networkAdapter.enableSriov(PORT),
  },
  {
    system: "Switch",
    check: lookOnHost(
      "Get-VMSwitch | Format-List Name, Id, IovEnabled, IovSupport, IovSupportReasons, IovVirtualFunctionCount, IovVirtualFunctionsInUse",
    ),
    fix: createWithIov(SWITCH),
  },
  {
    system: "Firmware",
    check: lookOnHost("Get-VMHost | Format-List IovSupport, IovSupportReasons"),
    fix: mendPlatform(),
  },
];

const VMQ_OF_HOST: readonly GuideHand[] = [
  {
    system: "Adapter",
    check: lookOnHost(
      "Get-NetAdapterVmq | Format-Table Name, Enabled, NumberOfReceiveQueues; Get-NetAdapterVmqQueue | Format-Table Name, QueueID, VmFriendlyName",
      "Enabled is only the setting: rows of the second list are the queues in use.",
    ),
    fix: networkAdapter.enableVmq(PORT),
  },
];

const VMMQ_OF_HOST: readonly GuideHand[] = [
  {
    system: "Adapter",
    check: lookOnHost(
      "Get-NetAdapterAdvancedProperty -RegistryKeyword '*RssOnHostVPorts' | Format-Table Name, DisplayValue, RegistryValue",
      "No row: the driver does not support it, or uses a different keyword.",
    ),
    fix: networkAdapter.enableVmmq(PORT),
  },
  {
    system: "Team",
    check: lookOnHost("Get-NetLbfoTeam; Get-VMSwitch | Format-Table Name, Id, EmbeddedTeamingEnabled"),
    fix: replaceLbfoTeam(SWITCH),
  },
];

const VM_HANDS: Record<VmTechnology, readonly GuideHand[]> = {
  "sr-iov": [
    {
      system: "VM",
      check: lookAtVm("IovWeight, IovUsage, IovQueuePairsAssigned, VFDataPathActive, StatusDescription"),
      fix: vmAdapter.askForSriov(ANY_ADAPTER),
    },
    ...GUEST_DRIVER,
  ],
  vmq: [{ system: "VM", check: lookAtVm("VmqWeight, VmqUsage"), fix: vmAdapter.askForVmq(ANY_ADAPTER) }],
  vrss: [
    {
      system: "VM",
      check: lookAtVm("VrssEnabled, VrssEnabledRequested, VmqWeight, VmqUsage"),
      fix: vmAdapter.askForVrss(ANY_ADAPTER),
    },
    {
      system: "Processors",
      check: lookOnHost(`${selectVm(ANY_VM)} | Format-List ProcessorCount`),
      fix: vmAdapter.giveTwoProcessors(ANY_VM),
    },
    {
      system: "Windows guest",
      check: lookInWindows(
        "Get-NetAdapterRss | Format-Table Name, Enabled, NumberOfReceiveQueues",
        "The host cannot see this.",
      ),
      fix: {
        runOn: "guest",
        shell: "powershell",
        platform: "Windows",
        command: "Enable-NetAdapterRss -Name *",
        cost: "a short interruption of the guest's adapters",
        note: "Run as administrator.",
      },
    },
    {
      system: "Linux guest",
      check: {
        runOn: "guest",
        shell: "bash",
        platform: "Linux",
        command: "ethtool -l eth0; grep -c . /proc/interrupts",
        cost: "nothing",
        note: "Run as root. More than 1 channel distributes traffic.",
      },
      fix: {
        runOn: "guest",
        shell: "bash",
        platform: "Linux",
        command: "ethtool -L eth0 combined 8",
        cost: "a short interruption of the adapter",
        note: "Run as root; use at most the number of the VM's processors.",
      },
    },
  ],
  vmmq: [
    {
      system: "VM",
      check: lookAtVm("VmmqEnabled, VmmqEnabledRequested, VrssMaxQueuePairs, VrssMaxQueuePairsRequested"),
      fix: vmAdapter.askForVmmq(ANY_ADAPTER),
    },
    {
      system: "Queue pairs",
      check: lookAtVm("VrssMaxQueuePairs, VrssQueueSchedulingMode"),
      fix: vmAdapter.askForQueuePairs(ANY_ADAPTER, null),
    },
    {
      system: "Version",
      check: lookOnHost(`${selectVm(ANY_VM)} | Format-List Version`),
      fix: upgradeConfiguration(ANY_VM),
    },
  ],
  "guest-rdma": [
    {
      system: "VM",
      check: lookOnHost(
        `${selectVm(ANY_VM)} | Get-VMNetworkAdapter | Get-VMNetworkAdapterRdma; ${selectVm(ANY_VM)} | Get-VMNetworkAdapter | Format-List Name, IovWeight, VFDataPathActive`,
      ),
      fix: vmAdapter.askForRdma(ANY_ADAPTER),
    },
    {
      system: "SR-IOV",
      check: lookAtVm("IovWeight, VFDataPathActive"),
      fix: vmAdapter.askForSriov(ANY_ADAPTER),
    },
    {
      system: "Windows guest",
      check: lookInWindows("Get-NetAdapterRdma | Format-Table Name, Enabled"),
      fix: {
        runOn: "guest",
        shell: "powershell",
        platform: "Windows",
        command: "Enable-NetAdapterRdma -Name *",
        cost: "a short interruption of the guest's adapters",
        note: "Run as administrator. If nothing is listed, the vendor's driver for the virtual function is missing.",
      },
    },
    {
      system: "Linux guest",
      check: {
        runOn: "guest",
        shell: "bash",
        platform: "Linux",
        command: "rdma link; ibv_devices",
        cost: "nothing",
        note: "Run as root, with the rdma-core packages installed.",
      },
      fix: null,
    },
  ],
};

const HOST_HANDS: Record<HostTechnology, readonly GuideHand[]> = {
  "sr-iov": SRIOV_OF_HOST,
  vmq: VMQ_OF_HOST,
  vmmq: VMMQ_OF_HOST,
  rdma: [
    {
      system: "Adapter",
      check: lookOnHost(
        "Get-NetAdapterRdma | Format-Table Name, Enabled, MaxQueuePairCount; Get-SmbClientNetworkInterface | Format-Table FriendlyName, RdmaCapable",
        IDS,
      ),
      fix: networkAdapter.enableRdma(PORT),
    },
    {
      system: "Host adapter",
      check: lookOnHost(
        "Get-NetAdapterRdma -Name 'vEthernet*'; Get-VMNetworkAdapterTeamMapping -ManagementOS",
      ),
      fix: hostNetwork.enableHostAdapterRdma(null),
    },
    {
      system: "Whole host",
      check: lookOnHost("Get-NetOffloadGlobalSetting | Format-List NetworkDirect"),
      fix: hostNetwork.enableNetworkDirect(),
    },
    {
      system: "RoCE (DCB)",
      check: lookOnHost("Get-NetQosPolicy; Get-NetQosFlowControl; Get-NetAdapterQos; Get-NetQosDcbxSetting"),
      fix: hostNetwork.configureDcb(null),
    },
  ],
  rss: [
    {
      system: "Adapter",
      check: lookOnHost(
        "Get-NetAdapterRss | Format-Table Name, Enabled, NumberOfReceiveQueues, MaxProcessors",
        IDS,
      ),
      fix: hostNetwork.enableRss(PORT),
    },
    {
      system: "Whole host",
      check: lookOnHost("Get-NetOffloadGlobalSetting | Format-List ReceiveSideScaling"),
      fix: hostNetwork.enableGlobalRss(),
    },
  ],
  "smb-direct": [
    {
      system: "In use?",
      check: lookOnHost(
        "Get-SmbMultichannelConnection | Format-Table ServerName, Selected, CurrentChannels, ClientRdmaCapable, ServerRdmaCapable",
        "Rows exist only while a session is open. If both ends are capable and channels are above 0, it works.",
      ),
      fix: hostNetwork.enableNetworkDirect(),
    },
    {
      system: "Multichannel",
      check: lookOnHost(
        "Get-SmbClientConfiguration | Format-List EnableMultiChannel; Get-SmbServerConfiguration | Format-List EnableMultiChannel",
      ),
      fix: hostNetwork.enableMultichannel("client"),
    },
    {
      system: "Encryption",
      check: lookOnHost("Get-SmbServerConfiguration | Format-List EncryptData, RejectUnencryptedAccess"),
      fix: hostNetwork.stopSmbEncryption(),
    },
    {
      system: "RoCE (DCB)",
      check: lookOnHost("Get-NetQosPolicy; Get-NetQosFlowControl; Get-NetAdapterQos"),
      fix: hostNetwork.configureDcb(null),
    },
  ],
  "smb-multichannel": [
    {
      system: "Client",
      check: lookOnHost(
        "Get-SmbMultichannelConnection; Get-SmbClientConfiguration | Format-List EnableMultiChannel",
      ),
      fix: hostNetwork.enableMultichannel("client"),
    },
    {
      system: "Server",
      check: lookOnHost("Get-SmbServerConfiguration | Format-List EnableMultiChannel, EnableSMB2Protocol"),
      fix: hostNetwork.enableMultichannel("server"),
    },
    {
      system: "Constraints",
      check: hostNetwork.listMultichannelConstraints(),
      fix: lookOnHost(
        "Get-SmbMultichannelConstraint | Remove-SmbMultichannelConstraint; Update-SmbMultichannelConnection",
        "Check why it was set before removing it.",
      ),
    },
    { system: "Interfaces", check: hostNetwork.showSmbInterfaces(), fix: null },
  ],
};

/** How to check and fix a technology, on the VM or on the host. */
export function technologyHands(technology: VmTechnology, side: "vm"): GuideHand[];
export function technologyHands(technology: HostTechnology, side: "host"): GuideHand[];
export function technologyHands(technology: VmTechnology | HostTechnology, side: "vm" | "host"): GuideHand[] {
  const hands: Partial<Record<string, readonly GuideHand[]>> = side === "vm" ? VM_HANDS : HOST_HANDS;
  return [...(hands[technology] ?? [])];
}
