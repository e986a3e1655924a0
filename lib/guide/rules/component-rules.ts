import { COMPONENT_KEYS } from "../../domain/services/service-catalogue.ts";
import { MISSING_SENTENCES } from "../../domain/services/assess-powershell-direct.ts";
import type { ComponentKey } from "../../domain/words.ts";
import { SERVICE_NAMES } from "../../format/names.ts";
import type { GuideCase, GuidePage, Prose } from "../page.ts";
import { failingCases, HEALTHY_CASE, offCase } from "../services/judged-component.ts";
import { SERVICE_PAGES } from "../services/index.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

const LEADS: Record<ComponentKey, Prose> = {
  heartbeat:
    "The guest's heartbeat fails or is switched off, so nobody outside can tell whether its system is up. Speaks for all six services where somebody switched them all off.",
  shutdown: "The host cannot shut the guest down cleanly, and can only cut its power.",
  "time-sync":
    "The guest cannot take its time from the host. Never more than a remark: a modern guest has better sources, and a domain controller should not use this one.",
  "data-exchange": "The guest does not tell the host its system, its name and its addresses.",
  vss: "Backups by the host cannot freeze the guest. On Linux a remark, as is a switch that somebody turned off.",
  "guest-services":
    "Guest services are on and do not answer, or are on where a policy forbids them. Off is the default, and nobody minds.",
};

/** One rule for each component: what opens it is taken from the judging, what it means from the service's page. */
export const COMPONENT_RULES: readonly GuidePage[] = COMPONENT_KEYS.map((key) => {
  const page = SERVICE_PAGES.find((each) => each.key === key);
  return rulePage({
    id: `is.${key}`,
    lead: LEADS[key],
    speaksOf: "a VM that runs",
    see: `[${SERVICE_NAMES[key]}](services/${key})`,
    breaks: page?.breaks?.items.filter(({ weight }) => weight !== "fine") ?? [],
    cases: casesOf(key),
    hands: page?.hands ?? [],
    sources: page?.sources ?? [],
  });
});

function casesOf(key: ComponentKey): GuideCase[] {
  const bad = [...failingCases(key), offCase(key)].filter(({ finding }) => finding !== null);
  return [
    ...bad.map((row) => ({ ...row, status: null })),
    ...(key === "heartbeat"
      ? [opens("info", "All six services are switched off: somebody wants that, and it is told once")]
      : [ends("All six services are switched off: told once, under [is.heartbeat](rules/is.heartbeat)")]),
    opens(
      "warning",
      "A policy requires it and it is off or fails, or forbids it and it is on",
      "by the policy",
    ),
    holds(HEALTHY_CASE.says),
    freezes("The VM is off, starts, moves or is backed up; the whole guest is silent; or it was not read"),
    ends("The guest's system cannot have it"),
  ];
}

const directPage = SERVICE_PAGES.find(({ key }) => key === "powershell-direct");

export const powershellDirectRule = rulePage({
  id: "is.powershell-direct",
  lead: "A policy requires PowerShell Direct, and something that it needs is missing. Without such a policy nobody has it by right, and nothing opens.",
  speaksOf: "a VM that runs, under a policy",
  see: "[PowerShell Direct](services/powershell-direct)",
  breaks: [],
  cases: [
    ...Object.values(MISSING_SENTENCES).map((says) => opens("warning", says.slice(0, -1), "by the policy")),
    holds("Every prerequisite that a host can see holds"),
    freezes("Something that it needs was not read, or the guest is silent"),
    ends("No policy requires it, which is how it comes"),
  ],
  hands: directPage?.hands ?? [],
  sources: directPage?.sources ?? [],
});
