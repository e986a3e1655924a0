import {
  ADAPTER_LIMIT,
  MEMORY_LIMIT,
  PROCESSOR_LIMIT,
  type VmLimit,
} from "../../domain/generation/capabilities/vm-limits.ts";
import * as remedies from "../../domain/remedies/generation-2.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { lookOnHost } from "../look.ts";
import type { GuideFact, GuidePage } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { capabilityPage, needs } from "./capability-page.ts";

export const LIMIT_PAGES: readonly GuidePage[] = [
  capabilityPage({
    key: "large-memory",
    lead: "More memory than the generation 1 limit of 1 TB. The startup memory counts, or the maximum with dynamic memory.",
    facts: [...needs("2", "Server 2016 or later", "8.0"), ...limits(MEMORY_LIMIT)],
    breaks: [
      { weight: "minor", subject: "Large in-memory databases", text: "need it" },
      { weight: "fine", subject: "Every other VM", text: "stays far below the limit" },
    ],
    hands: [
      {
        system: "Host",
        check: lookOnHost(
          `${selectVm(ANY_VM)} | Get-VMMemory | Format-List Startup, Maximum, DynamicMemoryEnabled`,
        ),
        fix: remedies.addMemory(ANY_VM, false),
      },
    ],
    sources: [SOURCES.limits, SOURCES.configurationVersions],
  }),
  capabilityPage({
    key: "many-processors",
    lead: `More virtual processors than the generation 1 limit of ${PROCESSOR_LIMIT.ofGeneration1}.`,
    facts: [...needs("2", "Server 2016 or later", "8.0"), ...limits(PROCESSOR_LIMIT)],
    breaks: [
      { weight: "minor", subject: "The largest VMs", text: "need it" },
      {
        weight: "fine",
        subject: "More processors than a VM uses",
        text: "do not improve performance, and use host resources",
      },
    ],
    hands: [
      {
        system: "Host",
        check: lookOnHost(`${selectVm(ANY_VM)} | Get-VMProcessor | Format-List Count, Maximum`),
        fix: remedies.addProcessors(ANY_VM),
      },
    ],
    sources: [SOURCES.limits, SOURCES.configurationVersions],
  }),
  capabilityPage({
    key: "many-network-adapters",
    lead: `More network adapters than the generation 1 limit of ${ADAPTER_LIMIT.ofGeneration1} (plus four legacy ones).`,
    facts: [...needs("2", "Server 2019 or later", "8.3"), ...limits(ADAPTER_LIMIT, ", and 4 legacy ones")],
    breaks: [
      {
        weight: "minor",
        subject: "Routers and firewalls",
        text: "running as VMs need it; a VLAN trunk is the alternative",
      },
      { weight: "fine", subject: "Every other VM", text: "has one or two" },
    ],
    hands: [
      {
        system: "Host",
        check: lookOnHost(`(${selectVm(ANY_VM)} | Get-VMNetworkAdapter).Count`),
        fix: remedies.addNetworkAdapter(ANY_VM),
      },
    ],
    sources: [SOURCES.limits, SOURCES.configurationVersions],
  }),
];

/** The table that the verdict is judged by: generation 1 on any host, then generation 2 by host. */
function limits({ ofGeneration1, onHosts, inWords }: VmLimit, alsoOfGeneration1 = ""): GuideFact[] {
  return [
    { name: "Generation 1", value: `${inWords(ofGeneration1)}${alsoOfGeneration1}` },
    ...onHosts.map(({ host, most }) => ({ name: `${host} or later`, value: inWords(most) })),
  ];
}
