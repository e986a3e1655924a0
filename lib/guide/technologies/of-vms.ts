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
  lead: "One physical adapter shows itself as many (virtual functions), and a VM drives one of them itself: its traffic passes the host's switch and processors by.",
  facts: [
    { name: "Asked for by", value: "`IovWeight` above 0" },
    { name: "On the switch", value: "`IovEnabled`, at creation only" },
    { name: "Since", value: "Server 2012; Linux guests in practice from 2016 on" },
    { name: "By default", value: "off" },
    { name: "In Windows guests", value: "the vendor's driver for the function" },
    { name: "In Linux guests", value: "the kernel's; it joins both paths by itself" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "Latency and processors",
      text: "traffic takes the way through the switch, and costs the host's processors",
    },
    {
      weight: "minor",
      subject: "Guest RDMA",
      text: "has no way without a function: [Guest RDMA](technologies/guest-rdma)",
    },
    {
      weight: "fine",
      subject: "The network itself",
      text: "works: the synthetic path takes over at once, as it does while the VM moves",
    },
    { weight: "fine", subject: "Live migration", text: "works with it, by that same path" },
  ],
  cases: [
    is(
      "active",
      "A function carries the traffic: `VFDataPathActive`, or a function in use with queue pairs, whatever rung is broken",
    ),
    minds(
      severityOf("sr-iov"),
      "net.sr-iov",
      "Asked for, and the first broken rung is the VM's own, or none is seen to be broken",
    ),
    minds(
      "warning",
      "host.sr-iov",
      "Asked for, and the host, a switch or an adapter breaks it: one finding that names the VMs",
    ),
    is("blocked", "Nobody asked for it, and something stands in the way"),
    is("ready", "Nobody asked for it, and every rung holds"),
    is("unknown", "Asked for, and no function yet: the VM starts, moves, or is within its grace"),
    ...VM_ANYWAY,
  ],
  notes: [
    "Since a function passes the switch by, access lists, bandwidth limits and network virtualization cannot hold for it.",
    "Where Accelerated Networking of Windows Server 2025 manages a cluster, ask for it there and leave the weights alone.",
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
  lead: "The adapter sorts what comes in by VM into queues of their own, and a processor of the host's choice serves each. Intel calls it VMDq.",
  facts: [
    { name: "Asked for by", value: "`VmqWeight` above 0" },
    { name: "On the adapter", value: "`*VMQ`" },
    { name: "Since", value: "Server 2008 R2; from 2016 on as a port of the adapter's own switch" },
    { name: "By default", value: "on, in effect from 10 Gbps on" },
    { name: "In the guest", value: "nothing to do" },
    { name: "In WMI", value: "`VMQOffloadWeight`, default 100" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "One processor",
      text: "sorts and copies what comes in for all VMs; it ends at a few gigabits a second",
    },
    { weight: "minor", subject: "vRSS and VMMQ", text: "have nothing to stand on" },
    { weight: "fine", subject: "On 1 Gbps", text: "nobody misses it, and Windows leaves it off by design" },
  ],
  cases: [
    is("active", "A queue is in use by the VM"),
    minds(severityOf("vmq"), "net.vmq", "Wanted, and the broken rung is the VM's own"),
    minds(
      "info",
      "host.vmq",
      "Switched off at the adapter, or no queue is left: the host's finding, which names the VMs",
    ),
    is("blocked", "The adapter has no queues, or its link is below 10 Gbps"),
    is("ready", "Every rung holds and no queue is in use, or somebody set the weight to 0"),
    ...VM_ANYWAY,
  ],
  notes: [
    "`Get-NetAdapterVmq` shows what is configured. Whether queues are given out is in `Get-NetAdapterVmqQueue` and in the VM's `VmqUsage`.",
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
  lead: "Spreads what comes in for one VM over several of its own processors, on top of its queue.",
  facts: [
    { name: "Asked for by", value: "`VrssEnabledRequested`" },
    { name: "In force", value: "`VrssEnabled`" },
    { name: "Since", value: "Server 2012 R2" },
    { name: "By default", value: "on since Server 2016, off on 2012 R2" },
    { name: "In Windows guests", value: "RSS of the adapter" },
    { name: "In Linux guests", value: "channels of `hv_netvsc`" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "One processor of the guest",
      text: "takes all that comes in, at 100 %, while others idle",
    },
    { weight: "fine", subject: "Small VMs", text: "with one processor have nothing to spread over" },
    {
      weight: "fine",
      subject: "With a virtual function",
      text: "its own queues do the same, and vRSS yields to them",
    },
  ],
  cases: [
    is(
      "active",
      "In force, with a queue in use and two processors or more; whether the guest spreads, no host can see",
    ),
    minds(severityOf("vrss"), "net.vrss", "Wanted, and the broken rung is the VM's own and no rung of VMQ"),
    is("configured", "A rung of VMQ is a setting that breaks it", "that of [VMQ](technologies/vmq)"),
    is("blocked", "It lacks something: one processor only, or an adapter without queues"),
    is("ready", "Every rung holds and it is not in force, or somebody switched it off for the VM"),
    is("not-applicable", "A virtual function carries the traffic"),
    ...VM_ANYWAY,
  ],
  notes: [
    "A host adapter has it too: `Set-VMNetworkAdapter -ManagementOS -VrssEnabled $true` and `Enable-NetAdapterRss` on it.",
  ],
  sources: [SOURCES.planVrss, SOURCES.vrssQuestions, SOURCES.portOffload],
});

const vmmq = technologyPage({
  key: "vmmq",
  lead: "Several queues of the adapter for one VM, each served by another processor of the host; the traffic is spread before it reaches the VM.",
  facts: [
    { name: "Asked for by", value: "`VmmqEnabledRequested`" },
    { name: "On the adapter", value: "`*RssOnHostVPorts`" },
    { name: "Since", value: "Server 2016; dynamic since 2019, with a driver made for it" },
    { name: "By default", value: "16 queue pairs asked for" },
    { name: "VM needs", value: "configuration version 7.1" },
    { name: "In force", value: "`VmmqEnabled`, and more than one pair" },
  ],
  breaks: [
    {
      weight: "minor",
      subject: "One queue a VM",
      text: "limits what it can take in to what one processor of the host serves",
    },
    { weight: "fine", subject: "VMs with little traffic", text: "do not feel it" },
  ],
  cases: [
    is("active", "In force with more than one queue pair"),
    minds(severityOf("vmmq"), "net.vmmq", "Wanted, and the broken rung is the VM's own and no rung of VMQ"),
    minds("info", "host.vmmq", "Switched off at the adapter: the host's finding, which names the VMs"),
    is(
      "configured",
      "An LBFO team lies under the switch",
      "[host.lbfo-under-switch](rules/host.lbfo-under-switch)",
    ),
    is("blocked", "It lacks something: host, configuration version, driver, queues or processors"),
    is("ready", "Every rung holds; also with one queue pair, or switched off for the VM"),
    ...VM_ANYWAY,
  ],
  notes: [
    "The queues belong to processors of the host. Over the processors of the VM vRSS spreads afterwards.",
    "`Get-NetAdapterVmq` says nothing about VMMQ.",
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
  lead: "RDMA inside a VM, through its virtual function: SMB Direct, NVMe over fabrics or MPI in the guest without its processors copying.",
  facts: [
    { name: "Asked for by", value: "`RdmaWeight` above 0, and SR-IOV" },
    { name: "On the adapter", value: "RDMA and SR-IOV" },
    { name: "Since", value: "Server 2016, by the reference of its setting" },
    { name: "By default", value: "off" },
    { name: "In Windows guests", value: "`Get-NetAdapterRdma`" },
    { name: "In Linux guests", value: "`rdma-core`, the vendor's module" },
  ],
  breaks: [
    { weight: "minor", subject: "SMB in the guest", text: "goes over TCP, which works and costs processors" },
    { weight: "bad", subject: "Software that needs RDMA", text: "does not start" },
    { weight: "fine", subject: "Most guests", text: "never ask for it" },
  ],
  cases: [
    is(
      "active",
      "Weight above 0, a function that carries traffic, and RDMA on at the adapter: as far as a host can see",
    ),
    minds(
      severityOf("guest-rdma"),
      "net.guest-rdma",
      "Asked for, and SR-IOV is not, there is no function, or the port or guest breaks it",
    ),
    minds(
      "warning",
      "host.rdma",
      "Asked for, and host or adapter lack RDMA; what SR-IOV lacks is told as [host.sr-iov](rules/host.sr-iov)",
    ),
    is("blocked", "Nobody asked for it, and something stands in the way"),
    is("ready", "Nobody asked for it, and every rung holds"),
    ...VM_ANYWAY,
  ],
  notes: [
    "It is not supported on Azure Local. A VM with it moves as one with SR-IOV does; sessions over RDMA begin anew.",
  ],
  sources: [SOURCES.portRdma, SOURCES.embeddedTeaming, SOURCES.networkOffloads],
});

export const OF_VMS: readonly GuidePage[] = [sriov, vmq, vrss, vmmq, guestRdma];
