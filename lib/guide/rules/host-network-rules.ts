import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";
import { technologyHands } from "../technologies/hands.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

const UNREAD = "Adapters, switches or VMs were not read, or no VM that would request it is running";
const NESTED = "The host is itself a VM";
const NAMES_VMS = "a host; counts for the VMs that the finding names";

export const HOST_NETWORK_RULES: readonly GuidePage[] = [
  rulePage({
    id: "host.sr-iov",
    lead: "VMs request a virtual function, but the host, a switch or an adapter does not provide one. One finding per host, regardless of how many VMs are affected.",
    speaksOf: NAMES_VMS,
    see: "[SR-IOV](technologies/sr-iov)",
    breaks: [
      {
        weight: "minor",
        subject: "The VMs that request it",
        text: "use the path through the switch, as without SR-IOV",
      },
      {
        weight: "minor",
        subject: "The fix",
        text: "often requires recreating the switch: an outage of every VM on it",
      },
    ],
    cases: [
      opens(
        "warning",
        "A VM requests it, but the host's Windows version, processor, chipset or firmware does not support it",
      ),
      opens(
        "warning",
        "A VM requests it, but the adapter, its slot or its driver does not support it, or it is disabled there",
      ),
      opens(
        "warning",
        "A VM requests it, but the switch was not created with it, has no free function, or uses a forwarding extension",
      ),
      holds("Every VM that requests it can have it"),
      holds(
        "The cause is an LBFO team: [host.lbfo-under-switch](rules/host.lbfo-under-switch)",
        "that finding",
      ),
      freezes(UNREAD),
      ends(NESTED),
    ],
    hands: technologyHands("sr-iov", "host"),
    sources: [SOURCES.newVmSwitch, SOURCES.getNetAdapterSriov],
  }),
  rulePage({
    id: "host.rdma",
    lead: "RDMA is used, or a VM requests it, but the host, a switch or an adapter prevents it. An unused RDMA capability opens no finding.",
    speaksOf: NAMES_VMS,
    see: "[RDMA](technologies/rdma)",
    breaks: [
      {
        weight: "bad",
        subject: "SMB",
        text: "uses TCP: slower storage and live migration, higher processor load",
      },
      { weight: "minor", subject: "VMs that request it", text: "do not get it either" },
    ],
    cases: [
      opens(
        "warning",
        "SMB uses an adapter to reach an RDMA-capable server, but the adapter does not meet a requirement",
      ),
      opens("warning", "Live migration uses SMB, but no adapter meets the requirements"),
      opens(
        "warning",
        "SMB Direct is used, but RDMA is disabled for the whole host, or RoCE has no lossless traffic class",
      ),
      opens(
        "warning",
        "A VM requests RDMA, but the host's Windows version or the adapter does not support it",
      ),
      opens(
        "info",
        "SMB uses a host adapter on which RDMA is disabled, although the adapters of its switch support it",
      ),
      holds("It is not used, or it works"),
      freezes(UNREAD),
      ends(NESTED),
    ],
    hands: technologyHands("rdma", "host"),
    sources: [SOURCES.smbDirect, SOURCES.embeddedTeaming, SOURCES.validateDcb],
  }),
  rulePage({
    id: "host.rss",
    lead: "RSS, which distributes the host's own traffic over its processors, is disabled. Adapters bound to a virtual switch are not evaluated, because they do not use RSS.",
    speaksOf: "a host",
    see: "[RSS](technologies/rss)",
    breaks: [
      {
        weight: "minor",
        subject: "One processor",
        text: "handles all traffic received on this adapter and limits its throughput",
      },
    ],
    cases: [
      opens(
        "info",
        "RSS is disabled for the whole host, or on an adapter that is bound to TCP/IP and supports it",
      ),
      holds("It is enabled, or the adapter does not support it"),
      freezes("A deciding fact was not read"),
      ends("Every adapter is bound to a virtual switch or is down"),
    ],
    hands: technologyHands("rss", "host"),
    sources: [SOURCES.offloadKeywords],
  }),
  rulePage({
    id: "host.vmq",
    lead: "VMQ is disabled on a physical adapter bound to a virtual switch, or all of its queues are in use.",
    speaksOf: NAMES_VMS,
    see: "[VMQ](technologies/vmq)",
    breaks: [
      {
        weight: "minor",
        subject: "VMs without a queue",
        text: "share the default queue and one processor of the host",
      },
    ],
    cases: [
      opens("info", "VMQ is disabled on an adapter of 10 Gbps or more that supports it"),
      opens("info", "The switch has no free queue"),
      holds(
        "Enabled, or not supported by the adapter, or its link is slower than 10 Gbps, where Windows leaves it off",
      ),
      freezes("Adapters or switches were not read"),
      ends("No adapter is bound to a virtual switch; the host is itself a VM"),
    ],
    hands: technologyHands("vmq", "host"),
    sources: [SOURCES.planVrss, SOURCES.networkOffloads],
  }),
  rulePage({
    id: "host.vmmq",
    lead: "VMMQ is disabled on a physical adapter bound to a virtual switch.",
    speaksOf: NAMES_VMS,
    see: "[VMMQ](technologies/vmmq)",
    breaks: [
      {
        weight: "minor",
        subject: "Each VM",
        text: "is limited to what one queue, served by one processor, can receive",
      },
    ],
    cases: [
      opens("info", "`*RssOnHostVPorts` is 0 on an adapter bound to a virtual switch"),
      holds("It is 1; or the fault is in VMQ: [host.vmq](rules/host.vmq)"),
      holds(
        "The cause is an LBFO team: [host.lbfo-under-switch](rules/host.lbfo-under-switch)",
        "that finding",
      ),
      holds("The driver has no such keyword, so it cannot be enabled"),
      freezes("Adapters, their queues or switches were not read"),
      ends("No adapter is bound to a virtual switch; the host is itself a VM"),
    ],
    hands: technologyHands("vmmq", "host"),
    sources: [SOURCES.vmmqKeywords],
  }),
  rulePage({
    id: "host.smb-direct",
    lead: "SMB Direct is used, but encrypted SMB data bypasses RDMA. Server 2022 and later encrypt over RDMA, so this applies only to older hosts.",
    speaksOf: "a host",
    see: "[SMB Direct](technologies/smb-direct)",
    breaks: [
      {
        weight: "bad",
        subject: "Storage and live migration over SMB",
        text: "are slower, although connections still report that they are RDMA capable",
      },
    ],
    cases: [
      opens("warning", "The SMB server encrypts on a host before Server 2022, and SMB Direct is used"),
      holds("It does not encrypt, the host is newer, or SMB Direct is not used"),
      holds(
        "The cause is RDMA or its lossless traffic class: [host.rdma](rules/host.rdma); Multichannel: [host.smb-multichannel](rules/host.smb-multichannel)",
        "that finding",
      ),
      freezes("A deciding fact was not read"),
      ends(NESTED),
    ],
    hands: technologyHands("smb-direct", "host").toSorted(
      (one, other) => Number(other.system === "Encryption") - Number(one.system === "Encryption"),
    ),
    sources: [SOURCES.smbDirect, SOURCES.whatsNew2025],
  }),
  rulePage({
    id: "host.smb-multichannel",
    lead: "An SMB setting limits connections to a single channel.",
    speaksOf: "a host",
    see: "[SMB Multichannel](technologies/smb-multichannel)",
    breaks: [
      {
        weight: "minor",
        subject: "One channel",
        text: "limits the throughput of each share and is a single point of failure",
      },
      { weight: "bad", subject: "SMB Direct", text: "is lost as well, if it was used" },
    ],
    cases: [
      opens("info", "SMB 2 and 3 are disabled on the SMB server"),
      opens("info", "Multichannel is disabled for the SMB client or the SMB server"),
      opens("info", "A constraint limits SMB to one interface with a single channel"),
      holds("None of these, or Multichannel is not possible here"),
      freezes("SMB was not read"),
    ],
    hands: technologyHands("smb-multichannel", "host"),
    sources: [SOURCES.multichannelTrouble],
  }),
];
