import { type AccelerationStatus, worstOf } from "@/components/acceleration/technology-words.ts";
import { TECHNOLOGY_ORDER, TECHNOLOGY_WORDS, type TechnologyKey } from "@/components/vms/service-words.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import type { Statement, Tone } from "./statement.ts";

/** Configured and not in effect, these deserve a warning; the others are on by default. */
const ASKED_FOR: ReadonlySet<TechnologyKey> = new Set(["sr-iov", "guest-rdma"]);

/** Whether the network is accelerated, by the worst of the VM's adapters; not for a silent host. */
export function networkStatement(vm: VmView): Statement {
  const words = new Map<TechnologyKey, AccelerationStatus>();
  for (const technology of TECHNOLOGY_ORDER) {
    const told = vm.acceleration.filter((entry) => entry.technology === technology);
    if (told.length > 0) words.set(technology, worstOf(told.map(({ status }) => status)));
  }
  const having = (status: AccelerationStatus) => [...words].filter(([, word]) => word === status);

  const configured = having("configured");
  const [first] = configured.toSorted(([a], [b]) => Number(ASKED_FOR.has(b)) - Number(ASKED_FOR.has(a)));
  if (first)
    return say(
      ASKED_FOR.has(first[0]) ? "warning" : "quiet",
      `${TECHNOLOGY_WORDS[first[0]].label} ${ASKED_FOR.has(first[0]) ? "configured" : "on"}, not in effect`,
      [rungWords(vm, first[0]), configured.length > 1 ? `${configured.length - 1} more` : null]
        .filter((part) => part !== null)
        .join(", "),
    );
  const active = having("active");
  if (active.length > 0)
    return say("ok", `${active.length} of ${words.size} technologies in effect`, labels(active));
  if (having("unknown").length > 0) return say("unknown", "Acceleration unknown", labels(having("unknown")));
  if (having("blocked").length > 0 || having("ready").length > 0)
    return say(
      "quiet",
      "Network not accelerated",
      having("ready").length > 0
        ? `not configured: ${labels(having("ready"))}`
        : `blocked: ${labels(having("blocked"))}`,
    );
  return say("quiet", "Nothing to accelerate", restWords(vm));
}

function say(tone: Tone, title: string, note: string): Statement {
  return { href: "#network", tone, title, note, since: null };
}

function labels(technologies: readonly (readonly [TechnologyKey, AccelerationStatus])[]): string {
  return technologies.map(([technology]) => TECHNOLOGY_WORDS[technology].label).join(", ");
}

/** `rung 6 of 13: the switch was made without it`, for the adapter with this status. */
function rungWords(vm: VmView, technology: TechnologyKey): string {
  const ladder = vm.acceleration.find(
    (entry) => entry.technology === technology && entry.status === "configured",
  );
  const at = ladder?.rungs.findIndex(({ key }) => key === ladder.brokenRung) ?? -1;
  const rung = ladder?.rungs[at];
  return ladder === undefined || rung === undefined
    ? "nothing visible to the host is broken"
    : `rung ${at + 1} of ${ladder.rungs.length}: ${rung.fault}`;
}

function restWords(vm: VmView): string {
  if (vm.state.toLowerCase() !== "running") return `the VM is ${vm.state.toLowerCase()}`;
  return vm.acceleration.length === 0 ? "no adapter was reported" : "not applicable to its adapters";
}
