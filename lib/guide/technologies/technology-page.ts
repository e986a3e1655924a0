import { HOST_LADDERS } from "../../domain/network/host/climb.ts";
import { VM_LADDERS } from "../../domain/network/vm/ladders.ts";
import {
  HOST_TECHNOLOGIES,
  type HostTechnology,
  type RuleId,
  VM_TECHNOLOGIES,
  type VmTechnology,
} from "../../domain/words.ts";
import { TECHNOLOGY_NAMES } from "../../format/names.ts";
import type {
  GuideCase,
  GuideEffect,
  GuideFact,
  GuideLadder,
  GuidePage,
  GuideRung,
  GuideSource,
  Prose,
} from "../page.ts";
import { technologyHands } from "./hands.ts";
import { RUNG_TEXTS } from "./rung-texts.ts";

export type Technology = VmTechnology | HostTechnology;

export interface TechnologyText {
  key: Technology;
  lead: Prose;
  /** Names, first version, default: what the judging does not contain. */
  facts: GuideFact[];
  breaks: GuideEffect[];
  cases: GuideCase[];
  notes: Prose[];
  sources: GuideSource[];
}

export function technologyPage(text: TechnologyText): GuidePage {
  const { key } = text;
  const rules = rulesOf(key);
  return {
    kind: "technologies",
    key,
    title: TECHNOLOGY_NAMES[key],
    lead: text.lead,
    facts: [
      ...text.facts,
      { name: "Rules", value: rules.map((rule) => `[${rule}](rules/${rule})`).join(", ") },
    ],
    breaks: { title: "What is lost without it", items: text.breaks },
    judged: [
      {
        title: "How it is judged here",
        asks: "The report shows",
        status: "Status",
        finding: "Finding",
        rows: text.cases,
      },
    ],
    ladders: laddersOf(key),
    hands: [
      ...(isVmTechnology(key) ? technologyHands(key, "vm") : []),
      ...(isHostTechnology(key) ? technologyHands(key, "host") : []),
    ],
    notes: text.notes,
    sources: text.sources,
    rules,
  };
}

function rulesOf(key: Technology): RuleId[] {
  return [
    ...(isVmTechnology(key) ? [`net.${key}` as const] : []),
    ...(isHostTechnology(key) ? [`host.${key}` as const] : []),
  ];
}

const NOTE =
  "Checked in this order. The first unmet requirement determines the status and is shown as the reason; those below it are shown as well.";

/** The rungs as the judging has them, so that the guide cannot list others. */
function laddersOf(key: Technology): GuideLadder[] {
  const ofVm = VM_LADDERS.filter(({ technology }) => technology === key).map(({ rungs }) => ({
    title: "Requirements of a VM's adapter",
    note: NOTE,
    rungs: rungs.map((rung) => toRung(rung, rung.lacks)),
  }));
  const ofHost = HOST_LADDERS.filter(({ technology }) => technology === key).map(({ of, rungs }) => ({
    title:
      of === "host"
        ? "Requirements of a host"
        : `Requirements of a host's ${of === "adapter" ? "physical adapter" : "virtual adapter on a switch"}`,
    note: NOTE,
    rungs: rungs.map((rung) => toRung(rung, rung.breaks)),
  }));
  return [...ofVm, ...ofHost];
}

function toRung(
  { key, title, isWish, isGuests }: { key: string; title: string; isWish?: true; isGuests?: true },
  lacks: "capability" | "setting",
): GuideRung {
  return {
    key,
    title: `${title}.`,
    text: RUNG_TEXTS[key] ?? "",
    lacks: isGuests ? "guest" : isWish ? "wish" : lacks,
  };
}

export function isVmTechnology(key: Technology): key is VmTechnology {
  return VM_TECHNOLOGIES.some((each) => each === key);
}

export function isHostTechnology(key: Technology): key is HostTechnology {
  return HOST_TECHNOLOGIES.some((each) => each === key);
}
