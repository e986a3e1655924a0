import { lookOnHost } from "../look.ts";
import { replaceLbfoTeam } from "../../domain/remedies/virtual-switch.ts";
import { showSwitchOfTeam } from "../../domain/remedies/host-network.ts";
import { listSwitches, showRdmaTechnology } from "../../domain/remedies/switch-drift.ts";
import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";
import { technologyHands } from "../technologies/hands.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

const SWITCH = { id: "<id of the switch>" };
const UNREAD = "Adapters, switches or VMs were not read, or no VM that would ask runs now";
const NESTED = "The host is a VM itself";
const NAMES_VMS = "a host; it counts for the VMs that it names";

export const HOST_NETWORK_RULES: readonly GuidePage[] = [
  rulePage({
    id: "host.sr-iov",
    lead: "VMs ask for a virtual function, and the host, a switch or an adapter gives none. One finding for each host, however many VMs it touches.",
    speaksOf: NAMES_VMS,
    see: "[SR-IOV](technologies/sr-iov)",
    breaks: [
      {
        weight: "minor",
        subject: "The VMs that ask",
        text: "go through the switch, as if they had not asked",
      },
      {
        weight: "minor",
        subject: "The cure",
        text: "is often a switch created anew: an outage of every VM on it",
      },
    ],
    cases: [
      opens("warning", "A VM asks, and Windows, processor, chipset or firmware cannot do it"),
      opens("warning", "A VM asks, and the adapter, its slot or its driver cannot, or have it switched off"),
      opens(
        "warning",
        "A VM asks, and the switch was not created with it, has no function left, or an extension forwards in its place",
      ),
      holds("No VM asks in vain"),
      holds("An LBFO team is the reason: [host.lbfo-under-switch](rules/host.lbfo-under-switch)", "that one"),
      freezes(UNREAD),
      ends(NESTED),
    ],
    hands: technologyHands("sr-iov", "host"),
    sources: [SOURCES.newVmSwitch, SOURCES.getNetAdapterSriov],
  }),
  rulePage({
    id: "host.rdma",
    lead: "RDMA is used, or a VM asks for it, and the host, a switch or an adapter stands in its way. Capable and idle is no finding.",
    speaksOf: NAMES_VMS,
    see: "[RDMA](technologies/rdma)",
    breaks: [
      {
        weight: "bad",
        subject: "SMB",
        text: "goes over TCP: slower storage and moves, more of the processors",
      },
      { weight: "minor", subject: "VMs that ask", text: "have none either" },
    ],
    cases: [
      opens("warning", "SMB uses an adapter towards an end that can do RDMA, and a rung of it is broken"),
      opens("warning", "Live migration goes over SMB, and no adapter holds"),
      opens(
        "warning",
        "SMB Direct is used, and RDMA is off for the whole host, or RoCE has no lossless class",
      ),
      opens("warning", "A VM asks for RDMA, and Windows or the adapter lack it"),
      opens("info", "SMB uses a host adapter whose switch could do RDMA, and it has RDMA off"),
      holds("Nothing uses it, or it works"),
      freezes(UNREAD),
      ends(NESTED),
    ],
    hands: technologyHands("rdma", "host"),
    sources: [SOURCES.smbDirect, SOURCES.embeddedTeaming, SOURCES.validateDcb],
  }),
  rulePage({
    id: "host.rss",
    lead: "Somebody switched off what spreads the host's own traffic over its processors. Of adapters under a switch nothing is said: they do not use it.",
    speaksOf: "a host",
    see: "[RSS](technologies/rss)",
    breaks: [
      {
        weight: "minor",
        subject: "One processor",
        text: "takes what comes in over this adapter, and is its limit",
      },
    ],
    cases: [
      opens(
        "info",
        "RSS is switched off for the whole host, or at an adapter that feeds TCP/IP and could spread",
      ),
      holds("It is on, or the adapter lacks it"),
      freezes("Something that decides was not read"),
      ends("Every adapter carries a switch, or is down"),
    ],
    hands: technologyHands("rss", "host"),
    sources: [SOURCES.offloadKeywords],
  }),
  rulePage({
    id: "host.vmq",
    lead: "Queues for VMs are switched off at an adapter under a switch, or all of them are given out.",
    speaksOf: NAMES_VMS,
    see: "[VMQ](technologies/vmq)",
    breaks: [
      {
        weight: "minor",
        subject: "VMs without a queue",
        text: "share the default one, and one processor of the host",
      },
    ],
    cases: [
      opens("info", "VMQ is switched off at an adapter of 10 Gbps or more that could do it"),
      opens("info", "The switch has no queue left"),
      holds("On, or the adapter cannot, or its link is below 10 Gbps, where Windows leaves it off"),
      freezes("Adapters or switches were not read"),
      ends("No adapter carries a switch; the host is a VM itself"),
    ],
    hands: technologyHands("vmq", "host"),
    sources: [SOURCES.planVrss, SOURCES.networkOffloads],
  }),
  rulePage({
    id: "host.vmmq",
    lead: "What spreads a VM's queue over several is switched off at an adapter under a switch.",
    speaksOf: NAMES_VMS,
    see: "[VMMQ](technologies/vmmq)",
    breaks: [
      {
        weight: "minor",
        subject: "Each VM",
        text: "is limited to what one queue, served by one processor, takes in",
      },
    ],
    cases: [
      opens("info", "`*RssOnHostVPorts` is 0 at an adapter under a switch"),
      holds("It is 1; or what is broken is VMQ's: [host.vmq](rules/host.vmq)"),
      holds("An LBFO team is the reason: [host.lbfo-under-switch](rules/host.lbfo-under-switch)", "that one"),
      holds("The driver has no such keyword, which is nobody's to switch on"),
      freezes("Adapters, their queues or switches were not read"),
      ends("No adapter carries a switch; the host is a VM itself"),
    ],
    hands: technologyHands("vmmq", "host"),
    sources: [SOURCES.vmmqKeywords],
  }),
  rulePage({
    id: "host.smb-direct",
    lead: "SMB Direct is used, and encryption takes its data off the RDMA path. From Server 2022 on encryption stays on it, so this is about older hosts.",
    speaksOf: "a host",
    see: "[SMB Direct](technologies/smb-direct)",
    breaks: [
      {
        weight: "bad",
        subject: "Storage and moves over SMB",
        text: "are slower, though connections still say that they can do RDMA",
      },
    ],
    cases: [
      opens("warning", "The server encrypts SMB on a host before Server 2022, and SMB Direct is used"),
      holds("It does not encrypt, the host is newer, or SMB Direct is not used"),
      holds(
        "RDMA or its lossless class is the reason: [host.rdma](rules/host.rdma); Multichannel: [host.smb-multichannel](rules/host.smb-multichannel)",
        "that one",
      ),
      freezes("Something that decides was not read"),
      ends(NESTED),
    ],
    hands: technologyHands("smb-direct", "host"),
    sources: [SOURCES.smbDirect, SOURCES.whatsNew2025],
  }),
  rulePage({
    id: "host.smb-multichannel",
    lead: "Somebody set what keeps SMB to a single channel.",
    speaksOf: "a host",
    see: "[SMB Multichannel](technologies/smb-multichannel)",
    breaks: [
      {
        weight: "minor",
        subject: "One channel",
        text: "is the limit of each share, and fails with its cable",
      },
      { weight: "bad", subject: "SMB Direct", text: "is lost with it, where it was used" },
    ],
    cases: [
      opens("info", "SMB 2 and 3 are switched off at the server"),
      opens("info", "Multichannel is switched off for the host as a client, or as a server"),
      opens("info", "A constraint ties SMB to one interface that takes one channel"),
      holds("None of these, or it cannot be had here"),
      freezes("SMB was not read"),
    ],
    hands: technologyHands("smb-multichannel", "host"),
    sources: [SOURCES.multichannelTrouble],
  }),
  rulePage({
    id: "host.lbfo-under-switch",
    lead: "A virtual switch lies on a team of the older kind (LBFO), which carries neither SR-IOV nor RDMA. Since Server 2022 Windows itself refuses to make such a switch.",
    speaksOf: NAMES_VMS,
    see: "[SR-IOV](technologies/sr-iov)",
    breaks: [
      { weight: "bad", subject: "SR-IOV and guest RDMA", text: "of the VMs on it, whatever they ask" },
      { weight: "minor", subject: "VMMQ", text: "and much of VMQ" },
      { weight: "fine", subject: "Failover", text: "works; an embedded team (SET) has it, too" },
    ],
    cases: [
      opens("warning", "A VM on the switch asks for SR-IOV or RDMA: on any Windows"),
      opens("warning", "Nobody asks, on Server 2022 or later"),
      opens("info", "Nobody asks, on Server 2016 or 2019"),
      holds("Before Server 2016, where there was no better team; or no switch lies on one"),
      freezes("Switches or adapters were not read"),
      ends(NESTED),
    ],
    hands: [
      {
        system: "Host",
        check: lookOnHost(
          "Get-NetLbfoTeam; Get-VMSwitch | Format-Table Name, Id, NetAdapterInterfaceDescription",
        ),
        fix: replaceLbfoTeam(SWITCH),
      },
    ],
    notes: [
      "It stands in place of [host.sr-iov](rules/host.sr-iov), [host.rdma](rules/host.rdma) and [host.vmmq](rules/host.vmmq) for the VMs on that switch.",
    ],
    sources: [SOURCES.removed2022, SOURCES.embeddedTeaming],
  }),
  rulePage({
    id: "host.set-mismatch",
    lead: "The adapters of an embedded team (SET) that are up differ in model, driver or speed. Such a team is made for adapters that are alike.",
    speaksOf: "a host",
    see: "[RDMA](technologies/rdma)",
    breaks: [
      {
        weight: "bad",
        subject: "Offloads",
        text: "come and go with the member that a VM's port is on, and after a failover are others",
      },
      { weight: "minor", subject: "Speed", text: "is that of the slower one for whoever is on it" },
    ],
    cases: [
      opens("warning", "Members that are up differ in description, driver version or link speed"),
      holds("They are alike; the number that Windows puts behind a description does not count"),
      freezes("One of these was not read of a member"),
      ends("There is no embedded team; the host is a VM itself"),
    ],
    hands: [
      {
        system: "Host",
        check: showSwitchOfTeam(SWITCH.id),
        fix: lookOnHost(
          `Set-VMSwitchTeam -Name (Get-VMSwitch -Id '${SWITCH.id}').Name -NetAdapterName '<those that are alike>'`,
          "Or bring the drivers level first. VMs on the member that leaves move to the others.",
        ),
      },
    ],
    sources: [SOURCES.embeddedTeaming],
  }),
  rulePage({
    id: "cluster.switch-drift",
    lead: "Switches of the same name differ between nodes of one cluster, or the nodes' adapters speak different kinds of RDMA. A VM that moves loses what it had.",
    speaksOf: "a cluster, on the pages of its nodes",
    see: "[SR-IOV](technologies/sr-iov)",
    breaks: [
      {
        weight: "bad",
        subject: "After a move",
        text: "a VM has no virtual function, or another bandwidth, and nobody changed anything",
      },
      { weight: "bad", subject: "RDMA between nodes", text: "of different kinds does not come to be" },
    ],
    cases: [
      opens(
        "warning",
        "Two nodes have a switch of one name with another type, SR-IOV, embedded teaming or bandwidth mode",
      ),
      opens("warning", "Two nodes have RDMA on, and no kind of it in common"),
      holds("They are alike; what was not read differs from nothing"),
      freezes("A node is silent, or its switches were not read"),
      ends("Fewer than two nodes have the switch"),
    ],
    hands: [
      {
        system: "Switches",
        check: listSwitches(),
        fix: null,
        note: "What only a new switch can have costs an outage of every VM on it: move them away, node by node.",
      },
      { system: "RDMA", check: showRdmaTechnology(), fix: null },
    ],
    sources: [SOURCES.newVmSwitch, SOURCES.embeddedTeaming],
  }),
];
