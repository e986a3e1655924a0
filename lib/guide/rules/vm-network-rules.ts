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
    "The VM asks for a virtual function and has none, and the reason is the VM's own: its port, its guest, or nothing that a host could see.",
  vmq: "The VM may have a queue of the adapter and has none, and the reason is the VM's own. What is switched off at the adapter is the host's finding.",
  vrss: "The VM's traffic could be spread over its processors and is not, and the reason is the VM's own.",
  vmmq: "The VM could have several queues and has not, and the reason is the VM's own.",
  "guest-rdma":
    "The VM asks for RDMA and has none, and the reason is the VM's own: it does not ask for SR-IOV, has no virtual function, or its guest has no driver.",
};

/** Whose finding it is when the reason is not the VM's. */
const ELSEWHERE: Record<VmTechnology, RuleId> = {
  "sr-iov": "host.sr-iov",
  vmq: "host.vmq",
  vrss: "host.vmq",
  vmmq: "host.vmmq",
  "guest-rdma": "host.rdma",
};

const COSTS: Record<VmTechnology, GuideEffect[]> = {
  "sr-iov": [
    {
      weight: "minor",
      subject: "Traffic",
      text: "takes the way through the switch: more of the host's processors, more latency, and all of it works",
    },
  ],
  vmq: [
    {
      weight: "minor",
      subject: "One processor of the host",
      text: "sorts the traffic of many VMs, which ends at some gigabits a second",
    },
  ],
  vrss: [
    {
      weight: "minor",
      subject: "One processor of the guest",
      text: "takes all that comes in, and is the limit of it",
    },
  ],
  vmmq: [
    {
      weight: "minor",
      subject: "One queue",
      text: "carries all that comes in, served by one processor of the host",
    },
  ],
  "guest-rdma": [
    { weight: "bad", subject: "What the guest runs over RDMA", text: "falls back to TCP, or does not start" },
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
    speaksOf: "a VM that runs",
    see: `[${name}](technologies/${technology})`,
    breaks: COSTS[technology],
    cases: [
      opens(severity, `An adapter is \`configured\`, and the first broken rung is the VM's own`),
      ...silentCases(technology),
      holds(
        `Another adapter or host breaks it: [${ELSEWHERE[technology]}](rules/${ELSEWHERE[technology]}), which names the VM`,
        "that one",
      ),
      holds(
        isAskedFor
          ? "Nobody asked for it, or it carries traffic"
          : "Somebody switched it off for the VM, or it is in force",
      ),
      freezes("Something that decides was not read, or the VM does not run"),
      ends("The VM has no adapter that it applies to, or its host is a VM itself"),
    ],
    hands: technologyHands(technology, "vm"),
    sources: SOURCES_OF[technology],
  });
}

/** What is open although no rung is seen to be broken. */
function silentCases(technology: VmTechnology): GuideCase[] {
  if (technology !== "sr-iov") return [];
  return [
    opens(
      "warning",
      "Every rung that a host can see holds, the VM is past its grace, and there is no virtual function: probably the driver in the guest",
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
  lead: "A connected adapter of the VM is an emulated one, of 100 Mbps. It has no acceleration of any kind, and only generation 1 knows it.",
  speaksOf: "a VM of generation 1 that runs",
  see: "[PXE on a synthetic adapter](capabilities/pxe-boot)",
  breaks: [
    { weight: "minor", subject: "Speed", text: "each packet is emulated by the host's processor" },
    {
      weight: "fine",
      subject: "Boot from the network",
      text: "is the one reason to have it in generation 1; beside a synthetic adapter that carries the traffic it does no harm",
    },
  ],
  cases: [
    opens("info", "A legacy adapter is connected"),
    holds("Every adapter is synthetic, or the legacy one is connected to nothing"),
    freezes("The adapters were not read, or the VM does not run"),
  ],
  hands: [legacyHand],
  sources: [SOURCES.generations, SOURCES.limits],
});

export const VM_NETWORK_RULES: readonly GuidePage[] = [...VM_TECHNOLOGIES.map(ladderRule), legacyAdapter];
