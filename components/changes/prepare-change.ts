import { SERVICE_WORDS } from "@/components/vms/service-words.ts";
import type { GlyphWord } from "@/components/ui/glyph.tsx";
import type { ChangeView } from "@/lib/contract/api/changes.ts";

/** A change as a line: glyph, **thing** old → new. */
export interface ChangeLine {
  glyph: GlyphWord;
  thing: string;
  from: string | null;
  to: string | null;
  /** Replaces old → new where that would be less clear. */
  sentence: string | null;
}

const STATUS_GLYPHS: Readonly<Record<string, GlyphWord>> = {
  healthy: "healthy",
  degraded: "degraded",
  failed: "failed",
  disabled: "disabled",
  "not-applicable": "not-applicable",
  unknown: "unknown",
  critical: "critical",
  warning: "warning",
  inactive: "inactive",
  fresh: "fresh",
  late: "late",
  stale: "stale",
  missing: "missing",
  retired: "retired",
};

const STATES_AT_REST = new Set(["off", "saved", "paused"]);

/** The text for one entry of the change log; an unknown field keeps the name under which it was recorded. */
export function prepareChange(change: ChangeView): ChangeLine {
  const { kind, field, from, to } = change;
  const plain = { from, to, sentence: null };
  switch (kind) {
    case "health":
      return { glyph: glyphOf(to), thing: "Health", ...plain };
    case "service":
      return { glyph: glyphOf(to), thing: serviceName(field), ...plain };
    case "state":
      return {
        glyph: stateGlyph(to),
        thing: "State",
        ...plain,
      };
    case "placement":
      return placementLine(change);
    case "finding":
      return findingLine(change);
    case "guest":
      return { glyph: "info", thing: GUEST_FIELDS[field] ?? `Guest ${field}`, ...plain };
    case "host":
      return field === "name" && from === null
        ? {
            glyph: "pass",
            thing: "First seen",
            from: null,
            to: null,
            sentence: "first report",
          }
        : { glyph: glyphOf(to), thing: HOST_FIELDS[field] ?? field, ...plain };
    case "network":
    case "configuration":
      return field === "more"
        ? { glyph: "info", thing: "And", from: null, to: null, sentence: to ?? "more changes" }
        : { glyph: "info", thing: field, ...plain };
    default:
      return kind satisfies never;
  }
}

/** Other fields of a host keep the name under which they were recorded. */
const HOST_FIELDS: Readonly<Record<string, string>> = {
  freshness: "Reports",
  name: "Name",
  fqdn: "Full name",
  bootedAt: "Booted",
  cluster: "Cluster",
  osCaption: "System",
  osBuild: "Build",
  agentVersion: "Agent",
  model: "Model",
  intervalSeconds: "Report interval (seconds)",
};

const GUEST_FIELDS: Readonly<Record<string, string>> = {
  os: "Guest OS",
  osMajorVersion: "Guest OS version",
  osVersion: "Guest OS version",
  fqdn: "Guest name",
  addresses: "Guest addresses",
  integrationServicesVersion: "Integration services version",
};

function stateGlyph(state: string | null): GlyphWord {
  const word = state?.toLowerCase() ?? "";
  if (word.endsWith("critical")) return "critical";
  return STATES_AT_REST.has(word) ? "inactive" : "info";
}

function placementLine({ from, to }: ChangeView): ChangeLine {
  if (to === null)
    return {
      glyph: "missing",
      thing: "Gone",
      from: null,
      to: null,
      sentence: from === null ? "no longer listed by any host" : `last on ${from}`,
    };
  if (from === null) return { glyph: "pass", thing: "Appeared", from: null, to: null, sentence: `on ${to}` };
  return { glyph: "info", thing: "Moved", from, to, sentence: null };
}

function findingLine({ field, to }: ChangeView): ChangeLine {
  const isResolved = to === "resolved";
  return {
    glyph: isResolved ? "pass" : "warning",
    thing: isResolved ? "Finding resolved" : "Finding opened",
    from: null,
    to: null,
    sentence: field,
  };
}

function serviceName(field: string): string {
  const known: Readonly<Record<string, { label: string }>> = SERVICE_WORDS;
  return known[field]?.label ?? field;
}

function glyphOf(word: string | null): GlyphWord {
  return (word === null ? undefined : STATUS_GLYPHS[word]) ?? "info";
}
