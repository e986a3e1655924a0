import { linuxUnits, isDaemonKey } from "../../domain/remedies/linux-guest.ts";
import { WINDOWS_SERVICES } from "../../domain/remedies/windows-guest.ts";
import { COMPONENT_GUIDS, SERVICE_IMPACTS } from "../../domain/services/service-catalogue.ts";
import type { ComponentKey } from "../../domain/words.ts";
import { SERVICE_NAMES } from "../../format/names.ts";
import type { GuideEffect, GuidePage, GuideSource, Prose } from "../page.ts";
import { componentHands, type WindowsLook } from "./component-hands.ts";
import { failingCases, HEALTHY_CASE, otherCases } from "./judged-component.ts";

/** The text that is specific to one of the six components; the rest is taken from the judging. */
export interface ComponentText {
  key: ComponentKey;
  lead: Prose;
  /** Its name on an English host. */
  hostName: string;
  linux: Prose;
  since: string;
  isOnByDefault: boolean;
  breaks: GuideEffect[];
  windowsLook: WindowsLook;
  notes: Prose[];
  sources: GuideSource[];
}

export function componentPage(text: ComponentText): GuidePage {
  const { key } = text;
  return {
    kind: "services",
    key,
    title: SERVICE_NAMES[key],
    lead: text.lead,
    facts: [
      { name: "In Windows", value: `\`${WINDOWS_SERVICES[key]}\`` },
      { name: "In Linux", value: text.linux },
      { name: "On an English host", value: text.hostName },
      { name: "Rule", value: `[is.${key}](rules/is.${key})` },
      { name: "Since (at least)", value: text.since },
      { name: "By default", value: text.isOnByDefault ? "on" : "off" },
      { name: "Documented impact", value: SERVICE_IMPACTS[key] },
      { name: "Component id", value: `\`${COMPONENT_GUIDS[key]}\`` },
    ],
    breaks: { title: "What breaks without it", items: text.breaks },
    judged: [
      {
        title: "How it is judged here",
        asks: "The report shows",
        status: "Status",
        finding: "Finding",
        rows: [HEALTHY_CASE, ...failingCases(key), ...otherCases(key)],
      },
    ],
    ladders: [],
    hands: componentHands(key, text.windowsLook),
    notes: text.notes,
    sources: text.sources,
    rules: [`is.${key}`],
  };
}

/** "hv-kvp-daemon, hypervkvpd" … as one fact. */
export function daemonFact(key: ComponentKey, kernelName: string): Prose {
  if (!isDaemonKey(key)) return "`hv_utils`, in the kernel";
  const units = new Set(linuxUnits(key).flatMap(({ unit }) => unit ?? []));
  return [kernelName, ...[...units].slice(0, 2)].map((name) => `\`${name}\``).join(", ");
}
