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
    "The guest's heartbeat fails or is disabled, so the host cannot tell whether the guest OS is running. If all six services are disabled, this one finding covers them all.",
  shutdown: "The host cannot shut the guest down cleanly and can only turn it off.",
  "time-sync":
    "The guest cannot synchronize its time with the host. Disabled or without contact, this is never more than info: a modern guest has better time sources, and a domain controller should not use this one.",
  "data-exchange": "The guest does not report its OS, name and addresses to the host.",
  vss: "Host backups cannot quiesce the guest. On Linux, and when the service is disabled on the host, the severity is info.",
  "guest-services":
    "Guest services are enabled but do not respond, or are enabled although a policy forbids them. Disabled is the default and not a fault.",
};

/** One rule for each component: its cases are taken from the judging, its meaning from the service's page. */
export const COMPONENT_RULES: readonly GuidePage[] = COMPONENT_KEYS.map((key) => {
  const page = SERVICE_PAGES.find((each) => each.key === key);
  return rulePage({
    id: `is.${key}`,
    lead: LEADS[key],
    speaksOf: "a running VM",
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
      ? [opens("info", "All six services are disabled: assumed intentional, reported once")]
      : [ends("All six services are disabled: reported once, under [is.heartbeat](rules/is.heartbeat)")]),
    opens(
      "warning",
      "A policy requires it but it is disabled or fails, or forbids it but it is enabled",
      "by the policy",
    ),
    holds(HEALTHY_CASE.says),
    freezes(
      "The VM is off, starting, migrating or being backed up; the whole guest is silent; or it was not read",
    ),
    ends("The guest OS does not support it"),
  ];
}

const directPage = SERVICE_PAGES.find(({ key }) => key === "powershell-direct");

export const powershellDirectRule = rulePage({
  id: "is.powershell-direct",
  lead: "A policy requires PowerShell Direct, but a prerequisite is missing. Without such a policy, no finding is opened.",
  speaksOf: "a running VM subject to a policy",
  see: "[PowerShell Direct](services/powershell-direct)",
  breaks: [],
  cases: [
    ...Object.values(MISSING_SENTENCES).map((says) => opens("warning", says.slice(0, -1), "by the policy")),
    holds("All prerequisites visible to the host are met"),
    freezes("A prerequisite was not read, or the guest is silent"),
    ends("No policy requires it (the default)"),
  ],
  hands: directPage?.hands ?? [],
  sources: directPage?.sources ?? [],
});
