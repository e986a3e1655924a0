import { showSwitchOfTeam } from "../../domain/remedies/host-network.ts";
import { listSwitches, showRdmaTechnology } from "../../domain/remedies/switch-drift.ts";
import { replaceLbfoTeam } from "../../domain/remedies/virtual-switch.ts";
import { lookOnHost } from "../look.ts";
import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

const SWITCH = { id: "<switch id>" };
const NESTED = "The host is itself a VM";

/** Rules about virtual switches and their teams. */
export const SWITCH_RULES: readonly GuidePage[] = [
  rulePage({
    id: "host.lbfo-under-switch",
    lead: "A virtual switch is bound to an LBFO team, which supports neither SR-IOV nor RDMA. Since Server 2022, Windows itself refuses to create such a switch.",
    speaksOf: "a host; counts for the VMs that the finding names",
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
        subject: "After a migration,",
        text: "a VM has no virtual function, or a different bandwidth, although nothing was changed",
      },
      { weight: "bad", subject: "RDMA between nodes", text: "with different technologies is not possible" },
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
