import { capabilityGrounds } from "../../domain/generation/capabilities.ts";
import type { CapabilityKey, RuleId } from "../../domain/words.ts";
import { CAPABILITY_STATUSES } from "../../domain/words.ts";
import { CAPABILITY_NAMES } from "../../format/names.ts";
import type { GuideCase, GuideEffect, GuideFact, GuideHand, GuidePage, GuideSource, Prose } from "../page.ts";

export interface CapabilityText {
  key: CapabilityKey;
  lead: Prose;
  facts: GuideFact[];
  /** What the VM has with it, and lacks without it. */
  breaks: GuideEffect[];
  hands: GuideHand[];
  notes?: Prose[];
  sources: GuideSource[];
  rules?: RuleId[];
}

export function capabilityPage({ key, notes = [], rules = [], ...text }: CapabilityText): GuidePage {
  return {
    kind: "capabilities",
    key,
    title: CAPABILITY_NAMES[key],
    lead: text.lead,
    facts: [
      ...text.facts,
      {
        name: "Rule",
        value:
          rules.length === 0
            ? "none: nothing to fix"
            : rules.map((rule) => `[${rule}](rules/${rule})`).join(", "),
      },
    ],
    breaks: { title: "What depends on it", items: text.breaks },
    judged: [
      {
        title: "How it is judged here",
        asks: "Reason on the VM's page",
        status: "Status",
        finding: null,
        rows: casesOf(key),
      },
    ],
    ladders: [],
    hands: text.hands,
    notes,
    sources: text.sources,
    rules,
  };
}

/** Every reason that the verdict can have, in the text of a VM's page. */
function casesOf(key: CapabilityKey): GuideCase[] {
  const grounds = capabilityGrounds(key);
  return CAPABILITY_STATUSES.flatMap((status) =>
    grounds
      .filter((ground) => ground.status === status)
      .map(({ summary }) => ({
        says: summary.replace("Unknown: ", "").replace(/^[a-z]/, (first) => first.toUpperCase()),
        status,
        finding: null,
      })),
  );
}

/** Requirements as shown on every page of a capability. */
export function needs(generation: string, host: string, version: string): GuideFact[] {
  return [
    { name: "Generation", value: generation },
    { name: "Host", value: host },
    { name: "Configuration version", value: version },
  ];
}
