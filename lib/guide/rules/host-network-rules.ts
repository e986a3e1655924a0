import { lookOnHost } from "../look.ts";
import { replaceLbfoTeam } from "../../domain/remedies/virtual-switch.ts";
import { showSwitchOfTeam } from "../../domain/remedies/host-network.ts";
import { listSwitches, showRdmaTechnology } from "../../domain/remedies/switch-drift.ts";
import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";
import { technologyHands } from "../technologies/hands.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

const SWITCH = { id: "<switch id>" };
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
    lead: "SMB Direct is used, but SMB encryption bypasses RDMA. Server 2022 and later encrypt over RDMA, so this applies only to older hosts.",
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
    hands: technologyHands("smb-direct", "host"),
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
  rulePage({
    id: "host.lbfo-under-switch",
    lead: "A virtual switch is bound to an LBFO team, which supports neither SR-IOV nor RDMA. Since Server 2022, Windows itself refuses to create such a switch.",
    speaksOf: NAMES_VMS,
    see: "[SR-IOV](technologies/sr-iov)",
    breaks: [
      {
        weight: "bad",
        subject: "SR-IOV and guest RDMA",
        text: "are not available to the VMs on it, regardless of their settings",
      },
      { weight: "minor", subject: "VMMQ", text: "and much of VMQ are lost" },
      { weight: "fine", subject: "Failover", text: "works; an embedded team (SET) provides it, too" },
    ],
    cases: [
      opens("warning", "A VM on the switch requests SR-IOV or RDMA: on any Windows version"),
      opens("warning", "No VM requests it, on Server 2022 or later"),
      opens("info", "No VM requests it, on Server 2016 or 2019"),
      holds("Before Server 2016, which has no alternative; or no switch is bound to an LBFO team"),
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
      "It replaces [host.sr-iov](rules/host.sr-iov), [host.rdma](rules/host.rdma) and [host.vmmq](rules/host.vmmq) for the VMs on that switch.",
    ],
    sources: [SOURCES.removed2022, SOURCES.embeddedTeaming],
  }),
  rulePage({
    id: "host.set-mismatch",
    lead: "The adapters of an embedded team (SET) that are up differ in model, driver or speed. SET requires identical adapters.",
    speaksOf: "a host",
    see: "[RDMA](technologies/rdma)",
    breaks: [
      {
        weight: "bad",
        subject: "Offloads",
        text: "depend on the team member that a VM's port uses, and change after a failover",
      },
      { weight: "minor", subject: "Speed", text: "drops to that of the slower member for VMs that use it" },
    ],
    cases: [
      opens("warning", "Members that are up differ in description, driver version or link speed"),
      holds("They are identical, apart from the number that Windows appends to a description"),
      freezes("One of these was not read for a member"),
      ends("There is no embedded team; the host is itself a VM"),
    ],
    hands: [
      {
        system: "Host",
        check: showSwitchOfTeam(SWITCH.id),
        fix: lookOnHost(
          `Set-VMSwitchTeam -Name (Get-VMSwitch -Id '${SWITCH.id}').Name -NetAdapterName '<identical adapters>'`,
          "Or install the same driver version first. VMs on the removed member move to the others.",
        ),
      },
    ],
    sources: [SOURCES.embeddedTeaming],
  }),
  rulePage({
    id: "cluster.switch-drift",
    lead: "Switches of the same name differ between nodes of one cluster, or the nodes' adapters use different RDMA technologies. A VM can lose features when it moves.",
    speaksOf: "a cluster, shown on the pages of its nodes",
    see: "[SR-IOV](technologies/sr-iov)",
    breaks: [
      {
        weight: "bad",
        subject: "After a migration",
        text: "a VM has no virtual function, or a different bandwidth, although nothing was changed",
      },
      { weight: "bad", subject: "RDMA between nodes", text: "of different technologies is not possible" },
    ],
    cases: [
      opens(
        "warning",
        "Two nodes have a switch of the same name that differs in type, SR-IOV, embedded teaming or bandwidth mode",
      ),
      opens("warning", "Two nodes have RDMA enabled, but no technology in common"),
      holds("They are identical; values that were not read are not compared"),
      freezes("A node is silent, or its switches were not read"),
      ends("Fewer than two nodes have the switch"),
    ],
    hands: [
      {
        system: "Switches",
        check: listSwitches(),
        fix: null,
        note: "Settings that require a new switch cause an outage of every VM on it: move the VMs off, node by node.",
      },
      { system: "RDMA", check: showRdmaTechnology(), fix: null },
    ],
    sources: [SOURCES.newVmSwitch, SOURCES.embeddedTeaming],
  }),
];
