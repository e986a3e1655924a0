import { VM_LADDERS } from "../../domain/network/vm/ladders.ts";
import { replaceLegacyAdapter } from "../../domain/remedies/vm-adapter.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import type { RuleId, VmTechnology } from "../../domain/words.ts";
import { VM_TECHNOLOGIES } from "../../domain/words.ts";
import { TECHNOLOGY_NAMES } from "../../format/names.ts";
import { lookOnHost } from "../look.ts";
import type { GuideCase, GuideEffect, GuideHand, GuidePage, GuideSource, Prose } from "../page.ts";
import { ANY_ADAPTER, ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { technologyHands } from "../technologies/hands.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

const LEADS: Record<VmTechnology, Prose> = {
  "sr-iov":
    "The VM requests a virtual function but has none, and the cause is in the VM: its port, its guest, or something that the host cannot see.",
  vmq: "VMQ is enabled for the VM but it has no queue, and the cause is in the VM. VMQ disabled on the physical adapter is a finding of the host.",
  vrss: "The VM's traffic could be distributed over its virtual processors but is not, and the cause is in the VM.",
  vmmq: "The VM could have several queues but does not, and the cause is in the VM.",
  "guest-rdma":
    "The VM requests RDMA but does not have it, and the cause is in the VM: it does not request SR-IOV, has no virtual function, or its guest has no driver.",
};

/** The rules whose finding it is if the cause is not the VM's. */
const ELSEWHERE: Record<VmTechnology, readonly RuleId[]> = {
  "sr-iov": ["host.sr-iov"],
  vmq: ["host.vmq"],
  vrss: ["host.vmq"],
  vmmq: ["host.vmmq", "host.vmq"],
  "guest-rdma": ["host.rdma", "host.sr-iov"],
};

const COSTS: Record<VmTechnology, GuideEffect[]> = {
  "sr-iov": [
    {
      weight: "minor",
      subject: "Traffic",
      text: "goes through the switch: higher host processor load and latency, but everything works",
    },
  ],
  vmq: [
    {
      weight: "minor",
      subject: "One processor of the host",
      text: "handles the traffic of many VMs, which limits it to a few gigabits per second",
    },
  ],
  vrss: [
    {
      weight: "minor",
      subject: "One processor of the guest",
      text: "handles all received traffic and limits throughput",
    },
  ],
  vmmq: [
    {
      weight: "minor",
      subject: "One queue",
      text: "carries all received traffic, served by one processor of the host",
    },
  ],
  "guest-rdma": [
    { weight: "bad", subject: "RDMA workloads in the guest", text: "fall back to TCP or do not start" },
  ],
};

function ladderRule(technology: VmTechnology): GuidePage {
  const ladder = VM_LADDERS.find((each) => each.technology === technology);
  const severity = ladder?.severity ?? "info";
  const name = TECHNOLOGY_NAMES[technology];
  const isAskedFor = technology === "sr-iov" || technology === "guest-rdma";
  return rulePage({
    id: `net.${technology}`,
    lead: LEADS[technology],
    speaksOf: "a running VM",
    see: `[${name}](technologies/${technology})`,
    breaks: COSTS[technology],
    cases: [
      opens(severity, `An adapter is \`configured\`, and the first unmet requirement is the VM's own`),
      ...silentCases(technology),
      holds(
        `The cause is outside the VM: ${ELSEWHERE[technology].map((rule) => `[${rule}](rules/${rule})`).join(" or ")}, which names the VM`,
        "that finding",
      ),
      holds(isAskedFor ? "Not requested, or it carries traffic" : "Disabled for the VM, or active"),
      freezes("A deciding fact was not read, or the VM is not running"),
      ends("The VM has no adapter that it applies to, or its host is itself a VM"),
    ],
    hands: technologyHands(technology, "vm"),
    sources: SOURCES_OF[technology],
  });
}

/** A finding although no rung is visibly broken. */
function silentCases(technology: VmTechnology): GuideCase[] {
  if (technology !== "sr-iov") return [];
  return [
    opens(
      "warning",
      "All requirements visible to the host are met, the grace period is over, and there is no virtual function: probably the guest's driver",
    ),
  ];
}

const SOURCES_OF: Record<VmTechnology, GuideSource[]> = {
  "sr-iov": [SOURCES.setVmNetworkAdapter, SOURCES.getNetAdapterSriov, SOURCES.vfFailover],
  vmq: [SOURCES.planVrss, SOURCES.networkOffloads],
  vrss: [SOURCES.planVrss, SOURCES.vrssQuestions],
  vmmq: [SOURCES.vmmqKeywords, SOURCES.networkOffloads],
  "guest-rdma": [SOURCES.portRdma, SOURCES.embeddedTeaming],
};

const legacyHand: GuideHand = {
  system: "Host",
  check: lookOnHost(
    `${selectVm(ANY_VM)} | Get-VMNetworkAdapter | Format-Table Name, IsLegacy, SwitchName, MacAddress`,
  ),
  fix: replaceLegacyAdapter(ANY_ADAPTER),
};

const legacyAdapter = rulePage({
  id: "net.legacy-adapter",
  lead: "The VM has a connected legacy (emulated) adapter with 100 Mbps. It supports no acceleration and exists only in generation 1.",
  speaksOf: "a running generation 1 VM",
  see: "[PXE on a synthetic adapter](capabilities/pxe-boot)",
  breaks: [
    { weight: "minor", subject: "Speed", text: "is low: each packet is emulated on the host's processors" },
    {
      weight: "fine",
      subject: "Boot from the network",
      text: "is the one reason to keep it in generation 1; it does no harm if a synthetic adapter carries the traffic",
    },
  ],
  cases: [
    opens("info", "A legacy adapter is connected"),
    holds("Every adapter is synthetic, or the legacy adapter is not connected"),
    freezes("The adapters were not read, or the VM is not running"),
  ],
  hands: [legacyHand],
  sources: [SOURCES.generations, SOURCES.limits],
});

export const VM_NETWORK_RULES: readonly GuidePage[] = [...VM_TECHNOLOGIES.map(ladderRule), legacyAdapter];
