import { GENERATION_1_LIMITS } from "../../domain/generation/capabilities/generation-limits.ts";
import * as remedies from "../../domain/remedies/generation-2.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { lookOnHost } from "../look.ts";
import type { GuidePage } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { capabilityPage, needs } from "./capability-page.ts";

const LIMITS = GENERATION_1_LIMITS;
const TB = 2 ** 40;

export const LIMIT_PAGES: readonly GuidePage[] = [
  capabilityPage({
    key: "large-memory",
    lead: "More memory than the generation 1 limit of 1 TB. The startup memory counts, or the maximum with dynamic memory.",
    facts: [
      ...needs("2", "Server 2016 or later", "8.0"),
      { name: "Generation 1", value: `${LIMITS.memoryBytes / TB} TB` },
      { name: "Server 2016, 2019", value: "12 TB" },
      { name: "Server 2022, 2025", value: "240 TB" },
    ],
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
    lead: `More virtual processors than the generation 1 limit of ${LIMITS.processors}.`,
    facts: [
      ...needs("2", "Server 2016 or later", "8.0"),
      { name: "Generation 1", value: String(LIMITS.processors) },
      { name: "Server 2016, 2019", value: "240" },
      { name: "Server 2022", value: "1024" },
      { name: "Server 2025", value: "2048" },
    ],
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
    lead: `More network adapters than the generation 1 limit of ${LIMITS.adapters} (plus four legacy ones).`,
    facts: [
      ...needs("2", "Server 2019 or later", "8.3"),
      { name: "Generation 1", value: `${LIMITS.adapters}, and 4 legacy ones` },
      { name: "Server 2016", value: "8" },
      { name: "Server 2019 and later", value: "64" },
    ],
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
