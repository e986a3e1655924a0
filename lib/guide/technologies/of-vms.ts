import { VM_LADDERS } from "../../domain/network/vm/ladders.ts";
import type { Severity, VmTechnology } from "../../domain/words.ts";
import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";
import { is, minds, VM_ANYWAY } from "./cases.ts";
import { technologyPage } from "./technology-page.ts";

function severityOf(technology: VmTechnology): Severity {
  return VM_LADDERS.find((ladder) => ladder.technology === technology)?.severity ?? "info";
}

const sriov = technologyPage({
  key: "sr-iov",
  lead: "One physical adapter presents itself as many (virtual functions), and a VM uses one of them directly: its traffic bypasses the host's switch and processors.",
  facts: [
    { name: "Requested by", value: "`IovWeight` above 0" },
    { name: "On the switch", value: "`IovEnabled`, at creation only" },
    { name: "Since", value: "Server 2012; in practice 2016 or later for Linux guests" },
    { name: "By default", value: "off" },
    { name: "In Windows guests", value: "the vendor's driver for the function" },
    { name: "In Linux guests", value: "the kernel's; it combines both paths automatically" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "Latency and processor load",
      text: "are higher: traffic goes through the switch and uses the host's processors",
    },
    {
      weight: "minor",
      subject: "Guest RDMA",
      text: "is not possible without a virtual function: [Guest RDMA](technologies/guest-rdma)",
    },
    {
      weight: "fine",
      subject: "The network itself",
      text: "keeps working: the synthetic path takes over immediately, as it does during migration",
    },
    { weight: "fine", subject: "Live migration", text: "works with it, over that same path" },
  ],
  cases: [
    is(
      "active",
      "A virtual function carries the traffic: `VFDataPathActive`, or a function in use with queue pairs, regardless of any unmet requirement",
    ),
    minds(
      severityOf("sr-iov"),
      "net.sr-iov",
      "Requested, but the first unmet requirement is the VM's own, or none is visibly unmet",
    ),
    minds(
      "warning",
      "host.sr-iov",
      "Requested, but the host, a switch or an adapter prevents it: one finding that names the VMs",
    ),
    is("blocked", "Not requested, and a requirement is not met"),
    is("ready", "Not requested, and all requirements are met"),
    is(
      "unknown",
      "Requested, but no virtual function yet: the VM is starting, migrating or within its grace period",
    ),
    ...VM_ANYWAY,
  ],
  notes: [
    "Because a virtual function bypasses the switch, access lists, bandwidth limits and network virtualization cannot apply to it.",
    "If Accelerated Networking of Windows Server 2025 manages a cluster, enable it there and do not change the weights.",
  ],
  sources: [
    SOURCES.getNetAdapterSriov,
    SOURCES.newVmSwitch,
    SOURCES.setVmNetworkAdapter,
    SOURCES.vfFailover,
    SOURCES.networkOffloads,
    SOURCES.acceleratedNetworking,
  ],
});

const vmq = technologyPage({
  key: "vmq",
  lead: "The adapter sorts received traffic into a separate queue for each VM, and each queue is served by a processor that the host selects. Intel calls this VMDq.",
  facts: [
    { name: "Requested by", value: "`VmqWeight` above 0" },
    { name: "On the adapter", value: "`*VMQ`" },
    { name: "Since", value: "Server 2008 R2; since 2016 as a port of the adapter's own switch" },
    { name: "By default", value: "on, in effect from 10 Gbps" },
    { name: "In the guest", value: "nothing to do" },
    { name: "In WMI", value: "`VMQOffloadWeight`, default 100" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "One processor",
      text: "sorts and copies the received traffic of all VMs, which limits it to a few gigabits per second",
    },
    { weight: "minor", subject: "vRSS and VMMQ", text: "are not possible" },
    { weight: "fine", subject: "On 1 Gbps,", text: "it is not needed, and Windows leaves it off by design" },
  ],
  cases: [
    is("active", "The VM uses a queue"),
    minds(severityOf("vmq"), "net.vmq", "Enabled, but the unmet requirement is the VM's own"),
    minds(
      "info",
      "host.vmq",
      "Disabled on the physical adapter, or no free queue: a finding of the host that names the VMs",
    ),
    is("blocked", "The adapter has no queues, or its link is slower than 10 Gbps"),
    is("ready", "All requirements are met but no queue is in use, or the weight is 0"),
    ...VM_ANYWAY,
  ],
  notes: [
    "`Get-NetAdapterVmq` shows the configuration. Whether queues are allocated is shown by `Get-NetAdapterVmqQueue` and by the VM's `VmqUsage`.",
  ],
  sources: [
    SOURCES.planVrss,
    SOURCES.vrssQuestions,
    SOURCES.networkOffloads,
    SOURCES.offloadKeywords,
    SOURCES.portOffload,
  ],
});

const vrss = technologyPage({
  key: "vrss",
  lead: "Distributes the received traffic of a VM over several of its virtual processors, on top of its queue.",
  facts: [
    { name: "Requested by", value: "`VrssEnabledRequested`" },
    { name: "In effect", value: "`VrssEnabled`" },
    { name: "Since", value: "Server 2012 R2" },
    { name: "By default", value: "on since Server 2016, off on 2012 R2" },
    { name: "In Windows guests", value: "RSS of the adapter" },
    { name: "In Linux guests", value: "channels of `hv_netvsc`" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "One processor of the guest",
      text: "handles all received traffic, at 100 %, while others are idle",
    },
    { weight: "fine", subject: "Small VMs", text: "with one processor cannot distribute traffic" },
    {
      weight: "fine",
      subject: "With a virtual function,",
      text: "its own queues do the same, and vRSS is not used",
    },
  ],
  cases: [
    is(
      "active",
      "In effect, with a queue in use and two or more processors; the host cannot see whether the guest distributes traffic",
    ),
    minds(
      severityOf("vrss"),
      "net.vrss",
      "Enabled, but the unmet requirement is the VM's own and not one of VMQ",
    ),
    is("configured", "A VMQ setting prevents it", "that of [VMQ](technologies/vmq)"),
    is("blocked", "A capability is missing: only one processor, or an adapter without queues"),
    is("ready", "All requirements are met but it is not in effect, or it is disabled for the VM"),
    is("not-applicable", "A virtual function carries the traffic"),
    ...VM_ANYWAY,
  ],
  notes: [
    "A host adapter supports it, too: `Set-VMNetworkAdapter -ManagementOS -VrssEnabled $true` and `Enable-NetAdapterRss` on it.",
  ],
  sources: [SOURCES.planVrss, SOURCES.vrssQuestions, SOURCES.portOffload],
});

const vmmq = technologyPage({
  key: "vmmq",
  lead: "Several adapter queues for one VM, each served by a different processor of the host; the traffic is distributed before it reaches the VM.",
  facts: [
    { name: "Requested by", value: "`VmmqEnabledRequested`" },
    { name: "On the adapter", value: "`*RssOnHostVPorts`" },
    { name: "Since", value: "Server 2016; dynamic since 2019, with a driver that supports it" },
    { name: "By default", value: "16 queue pairs requested" },
    { name: "VM needs", value: "configuration version 7.1" },
    { name: "In effect", value: "`VmmqEnabled`, and more than one pair" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "One queue per VM",
      text: "limits received traffic to what one processor of the host can handle",
    },
    { weight: "fine", subject: "VMs with little traffic", text: "are not affected" },
  ],
  cases: [
    is("active", "In effect with more than one queue pair"),
    minds(
      severityOf("vmmq"),
      "net.vmmq",
      "Enabled, but the unmet requirement is the VM's own and not one of VMQ",
    ),
    minds("info", "host.vmmq", "Disabled on the physical adapter: a finding of the host that names the VMs"),
    is(
      "configured",
      "The switch is bound to an LBFO team",
      "[host.lbfo-under-switch](rules/host.lbfo-under-switch)",
    ),
    is("blocked", "A capability is missing: host, configuration version, driver, queues or processors"),
    is("ready", "All requirements are met; also with one queue pair, or if disabled for the VM"),
    ...VM_ANYWAY,
  ],
  notes: [
    "The queues are served by processors of the host. vRSS then distributes the traffic over the VM's processors.",
    "`Get-NetAdapterVmq` does not show VMMQ.",
  ],
  sources: [
    SOURCES.vmmqKeywords,
    SOURCES.networkOffloads,
    SOURCES.configurationVersions,
    SOURCES.setVmNetworkAdapter,
  ],
});

const guestRdma = technologyPage({
  key: "guest-rdma",
  lead: "RDMA inside a VM, through its virtual function: SMB Direct, NVMe over Fabrics or MPI in the guest without copying by its processors.",
  facts: [
    { name: "Requested by", value: "`RdmaWeight` above 0, and SR-IOV" },
    { name: "On the adapter", value: "RDMA and SR-IOV" },
    { name: "Since", value: "Server 2016, according to the reference of its setting" },
    { name: "By default", value: "off" },
    { name: "In Windows guests", value: "`Get-NetAdapterRdma`" },
    { name: "In Linux guests", value: "`rdma-core`, the vendor's module" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "SMB in the guest",
      text: "uses TCP, which works but increases processor load",
    },
    { weight: "bad", subject: "Software that needs RDMA", text: "does not start" },
    { weight: "fine", subject: "Most guests", text: "never need it" },
  ],
  cases: [
    is(
      "active",
      "Weight above 0, a virtual function that carries traffic, and RDMA enabled on the physical adapter: as far as the host can see",
    ),
    minds(
      severityOf("guest-rdma"),
      "net.guest-rdma",
      "Requested, but SR-IOV is not, there is no virtual function, or the port or guest prevents it",
    ),
    minds(
      "warning",
      "host.rdma",
      "Requested, but the host or adapter lacks RDMA; faults of SR-IOV are reported as [host.sr-iov](rules/host.sr-iov)",
    ),
    is("blocked", "Not requested, and a requirement is not met"),
    is("ready", "Not requested, and all requirements are met"),
    ...VM_ANYWAY,
  ],
  notes: [
    "It is not supported on Azure Local. A VM with guest RDMA migrates like one with SR-IOV; RDMA sessions are re-established.",
  ],
  sources: [SOURCES.portRdma, SOURCES.embeddedTeaming, SOURCES.networkOffloads],
});

export const OF_VMS: readonly GuidePage[] = [sriov, vmq, vrss, vmmq, guestRdma];
