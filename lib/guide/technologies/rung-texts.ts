import type { Prose } from "../page.ts";

/** What each rung asks and why, by its key: the title says what must hold. */
export const RUNG_TEXTS: Readonly<Record<string, Prose>> = {
  "synthetic-adapter":
    "An emulated adapter has no acceleration of any kind: [net.legacy-adapter](rules/net.legacy-adapter).",
  "host-build": "Older ones do not know it.",
  "platform-iov":
    "I/O memory management with remapping, access control on the slots, and firmware that hands them over. Windows names what is missing in `IovSupportReasons`.",
  "adapter-sr-iov-supported":
    "`Get-NetAdapterSriov` lists the adapter, says `Supported`, and counts functions. Else its reason names the fix: firmware, slot, or driver.",
  "adapter-sr-iov-enabled": "A property of its driver, and sometimes a page of its own setup as well.",
  "no-lbfo":
    "A team of the older kind carries neither SR-IOV nor RDMA, and spoils VMMQ: [host.lbfo-under-switch](rules/host.lbfo-under-switch). An embedded team (SET) carries them all.",
  "switch-iov": "Set only when a switch is created. Such a switch has no minimum bandwidth.",
  "virtual-functions-left": "Each VM that is served takes one; the number is set in the adapter's setup.",
  "switch-extensions":
    "A virtual function passes the switch by. Filters and captures merely do not see its traffic.",
  "port-policies":
    "Access lists, a virtual subnet and mirroring need the switch to look, so the switch gives no function: `IovBlockedByPolicy`.",
  "guest-sr-iov":
    "Windows x64 from 8 and Server 2012 on, and Linux: RHEL family 7.4, Ubuntu 16.04, Debian 10, SLES 12 SP2 and later.",
  "guest-vf-driver":
    "Windows complains of a driver that is missing with `IovGuestDriversNeeded`; without a complaint only the guest can tell.",
  "sr-iov-weight": "`IovWeight` above 0; off is the default.",
  "vm-running": "Rungs of a VM that rests are shown, and nothing is expected of them.",
  "switch-external": "An internal or private switch has no adapter that could help.",
  "adapter-vmq-supported": "`Get-NetAdapterVmq` lists the adapter with queues.",
  "adapter-vmq-enabled":
    "On by default. Some drivers of 1 Gbps adapters had faults, and people switched it off on purpose.",
  "adapter-link-speed":
    "Below 10 Gbps a switch leaves VMQ off by design, although `Get-NetAdapterVmq` still says that it is enabled.",
  "vmq-weight": "`VmqWeight` above 0; 100 is the default.",
  "vm-queues-left": "An adapter has some tens of queues; VMs beyond that share the default one.",
  "two-processors": "With one there is nothing to spread over.",
  "vrss-requested": "On by default since Server 2016, off on 2012 R2.",
  "guest-vrss":
    "Windows 8.1, Server 2012 R2 and later, Linux: RHEL family 7.1, Ubuntu 14.04, Debian 10, SLES 12 SP1, and FreeBSD 11 and later.",
  "no-virtual-function":
    "A virtual function has queues of its own, and its driver in the guest spreads them.",
  "guest-rss": "A setting inside the guest, on by default in server systems.",
  "configuration-version":
    "The switch of VMMQ came with it: [vm.configuration-version](rules/vm.configuration-version).",
  "adapter-vmmq-supported":
    "The driver has the keyword `*RssOnHostVPorts`. Some vendors have a name of their own for it, which no report tells: evidence of traffic wins over this rung.",
  "adapter-vmmq-enabled": "The keyword `*RssOnHostVPorts`, which drivers show as Virtual Switch RSS.",
  "vmmq-requested": "`VmmqEnabledRequested` is what somebody asked for, `VmmqEnabled` what is in force.",
  "queue-pairs": "16 are asked for by default. With one pair VMMQ is in force and has nothing to spread.",
  "adapter-rdma-supported": "`Get-NetAdapterRdma` lists the adapter, with queue pairs.",
  "adapter-rdma-enabled": "Drivers of physical adapters switch it on by themselves.",
  "rdma-weight": "`RdmaWeight` above 0; off is the default.",
  "virtual-function": "RDMA of a guest runs through one: see [SR-IOV](technologies/sr-iov).",
  "guest-rdma-driver": "Only the guest can tell: `Get-NetAdapterRdma` there, or `rdma link` on Linux.",
  "adapter-link": "One that is down has nothing to climb. Below 10 Gbps it works, and is hardly worth it.",
  "adapter-no-lbfo":
    "The members of such a team give up what they can do: use SMB Multichannel over single adapters.",
  "adapter-stack": "An adapter under a switch serves VMs; its host adapters have RDMA and RSS in its place.",
  "smb-interface":
    "`Get-SmbClientNetworkInterface` or `Get-SmbServerNetworkInterface` says `RdmaCapable` for it.",
  "rdma-technology":
    "iWARP talks to iWARP and RoCE to RoCE. The other end is another machine: [cluster.switch-drift](rules/cluster.switch-drift) compares nodes.",
  "host-adapter-rdma-enabled": "Off until somebody turns it on, unlike that of a physical adapter.",
  "host-adapter-tag": "For a lossless class; RDMA works without, so it breaks nothing.",
  "adapter-rss-supported": "`Get-NetAdapterRss` lists the adapter.",
  "host-rss-enabled": "`ReceiveSideScaling` of `Get-NetOffloadGlobalSetting`, one switch for all.",
  "adapter-rss-enabled": "On by default on servers.",
  "adapter-rss-queues": "One queue, or one processor, spreads nothing.",
  "adapter-rss-link-speed": "Below it one processor keeps up.",
  "rdma-adapter": "A physical adapter without a switch, or a host adapter on one.",
  "rdma-enabled": "At one of them at least.",
  "rdma-ready": "The ladder of [RDMA](technologies/rdma) of one of them is whole.",
  "host-network-direct": "`NetworkDirect` of `Get-NetOffloadGlobalSetting`, one switch for all.",
  dcb: "DCB is installed, and flow control holds for the priority of SMB Direct. iWARP and InfiniBand need none. The physical switches must agree, which no host can see.",
  "smb-multichannel-client": "Either side off is enough to lose Multichannel, and SMB Direct with it.",
  "smb-multichannel-server": "As above.",
  "smb-encryption": "Before Server 2022 encrypted data leaves the RDMA path; from it on it stays.",
  "smb-signing": "A note for whoever wonders about speed; it breaks nothing here.",
  "rdma-session": "Connections are there only while SMB is used: none means that nobody knows.",
  "smb-interfaces": "On one side at least.",
  "smb-configuration": "The evidence says which of the four this host has.",
  "smb-3": "One switch for SMB 2 and 3. SMB 1 and 2 never had it.",
  "smb-constraints":
    "`New-SmbMultichannelConstraint` ties a server to interfaces; one interface that can spread is harmless.",
  "smb-bindings": "In no report: `Get-NetAdapterBinding` and the firewall's rules tell.",
};
