import type { Prose } from "../page.ts";

/** The meaning of each rung and its reason, by its key: the title states the requirement. */
export const RUNG_TEXTS: Readonly<Record<string, Prose>> = {
  "synthetic-adapter":
    "A legacy (emulated) adapter supports no acceleration: [net.legacy-adapter](rules/net.legacy-adapter).",
  "host-build": "Older versions do not support it.",
  "platform-iov":
    "An I/O memory management unit with remapping, Access Control Services on the slots, and firmware that gives Windows control. `IovSupportReasons` shows what is missing.",
  "adapter-sr-iov-supported":
    "`Get-NetAdapterSriov` lists the adapter with `Supported` and a number of functions. Otherwise its reason indicates the fix: firmware, slot or driver.",
  "adapter-sr-iov-enabled": "A property of its driver, sometimes also a setting in the adapter's own setup.",
  "no-lbfo":
    "An LBFO team supports neither SR-IOV nor RDMA, and impairs VMMQ: [host.lbfo-under-switch](rules/host.lbfo-under-switch). An embedded team (SET) supports all of them.",
  "switch-iov": "Can be set only when the switch is created. Such a switch has no minimum bandwidth.",
  "virtual-functions-left":
    "Each VM adapter that is served uses one; the number is set in the adapter's settings.",
  "switch-extensions":
    "A virtual function bypasses the switch. Filter and capture extensions only do not see its traffic.",
  "port-policies":
    "Access lists, a virtual subnet and port mirroring require the switch to inspect traffic, so the switch assigns no virtual function: `IovBlockedByPolicy`.",
  "guest-sr-iov":
    "Windows x64 from Windows 8 and Server 2012, and Linux: RHEL family 7.4, Ubuntu 16.04, Debian 10, SLES 12 SP2 and later.",
  "guest-vf-driver":
    "Windows reports a missing driver as `IovGuestDriversNeeded`; without that report, only the guest shows it.",
  "sr-iov-weight": "`IovWeight` above 0; off is the default.",
  "vm-running": "Requirements of a VM that is not running are shown but not evaluated.",
  "switch-external": "An internal or private switch has no physical adapter for acceleration.",
  "adapter-vmq-supported": "`Get-NetAdapterVmq` lists the adapter with queues.",
  "adapter-vmq-enabled":
    "On by default. Some drivers for 1 Gbps adapters had bugs, so it was often disabled deliberately.",
  "adapter-link-speed":
    "Below 10 Gbps, a switch leaves VMQ off by design, although `Get-NetAdapterVmq` still shows it as enabled.",
  "vmq-weight": "`VmqWeight` above 0; 100 is the default.",
  "vm-queues-left": "An adapter typically has a few dozen queues; further VMs share the default queue.",
  "two-processors": "With one processor, there is nothing to distribute.",
  "vrss-requested": "On by default since Server 2016, off on 2012 R2.",
  "guest-vrss":
    "Windows 8.1, Server 2012 R2 and later, Linux: RHEL family 7.1, Ubuntu 14.04, Debian 10, SLES 12 SP1, and FreeBSD 11 and later.",
  "no-virtual-function":
    "A virtual function has its own queues, and its driver in the guest distributes them.",
  "guest-rss": "A setting inside the guest, on by default in server operating systems.",
  "configuration-version":
    "Earlier versions do not support VMMQ: [vm.configuration-version](rules/vm.configuration-version).",
  "adapter-vmmq-supported":
    "The driver has the keyword `*RssOnHostVPorts`. Some vendors use their own keyword, which is not reported: evidence of traffic overrides this requirement.",
  "adapter-vmmq-enabled": "The keyword `*RssOnHostVPorts`, which drivers display as Virtual Switch RSS.",
  "vmmq-requested": "`VmmqEnabledRequested` is the configured value, `VmmqEnabled` the value in effect.",
  "queue-pairs":
    "16 are requested by default. With one pair, VMMQ is in effect but has nothing to distribute.",
  "adapter-rdma-supported": "`Get-NetAdapterRdma` lists the adapter, with queue pairs.",
  "adapter-rdma-enabled": "Drivers of physical adapters enable it by default.",
  "rdma-weight": "`RdmaWeight` above 0; off is the default.",
  "virtual-function": "Guest RDMA requires one: see [SR-IOV](technologies/sr-iov).",
  "guest-rdma-driver": "Visible only in the guest: `Get-NetAdapterRdma`, or `rdma link` on Linux.",
  "adapter-link":
    "An adapter that is down is not evaluated. Below 10 Gbps, RDMA works but brings little benefit.",
  "adapter-no-lbfo":
    "Members of an LBFO team lose their RDMA capability: use SMB Multichannel over individual adapters.",
  "adapter-stack":
    "An adapter bound to a switch serves VMs; RDMA and RSS are provided by the host adapters on the switch.",
  "smb-interface":
    "`Get-SmbClientNetworkInterface` or `Get-SmbServerNetworkInterface` shows it as `RdmaCapable`.",
  "rdma-technology":
    "iWARP communicates only with iWARP, and RoCE with RoCE. The other end is another machine: [cluster.switch-drift](rules/cluster.switch-drift) compares nodes.",
  "host-adapter-rdma-enabled": "Off until it is enabled, unlike on a physical adapter.",
  "host-adapter-tag":
    "Recommended for a lossless traffic class; RDMA works without it, so it does not count as a fault.",
  "adapter-rss-supported": "`Get-NetAdapterRss` lists the adapter.",
  "host-rss-enabled": "`ReceiveSideScaling` of `Get-NetOffloadGlobalSetting`, one setting for all adapters.",
  "adapter-rss-enabled": "On by default on servers.",
  "adapter-rss-queues": "With one queue or one processor, there is nothing to distribute.",
  "adapter-rss-link-speed": "Below that, one processor is sufficient.",
  "rdma-adapter": "A physical adapter without a switch, or a host adapter on a switch.",
  "rdma-enabled": "On at least one of them.",
  "rdma-ready": "One of them meets all requirements of [RDMA](technologies/rdma).",
  "host-network-direct": "`NetworkDirect` of `Get-NetOffloadGlobalSetting`, one setting for all adapters.",
  dcb: "DCB is installed, and flow control is enabled for the priority of SMB Direct. iWARP and InfiniBand need none. The physical switches must match, which the host cannot see.",
  "smb-multichannel-client": "If either side is off, Multichannel is lost, and SMB Direct with it.",
  "smb-multichannel-server": "As above.",
  "smb-encryption":
    "Before Server 2022, encrypted data bypasses RDMA; Server 2022 and later encrypt over RDMA.",
  "smb-signing": "Informational, because signing can reduce throughput; it does not count as a fault.",
  "rdma-session": "Connections exist only while SMB is used: none means unknown.",
  "smb-interfaces": "On at least one side.",
  "smb-configuration": "The evidence shows which of the four this host has.",
  "smb-3": "One setting for SMB 2 and 3. SMB 1 and 2 never supported Multichannel.",
  "smb-constraints":
    "`New-SmbMultichannelConstraint` restricts a server to interfaces; one interface that supports RSS or RDMA is harmless.",
  "smb-bindings": "Not reported: check with `Get-NetAdapterBinding` and the firewall rules.",
};
