import type { Ladder } from "@/components/acceleration/prepare-ladders.ts";
import { type AccelerationStatus, worstOf } from "@/components/acceleration/technology-words.ts";

/** From the cable to its users. */
export const WIRE_COLUMNS = ["adapter", "team", "switch", "user"] as const;
export type WireColumn = (typeof WIRE_COLUMNS)[number];

/** `ok` is in effect; `warning` is configured and not in effect; `down` has no link; `unknown` was not read. */
export type WireTone = "ok" | "warning" | "plain" | "down" | "unknown";

export interface WireNode {
  key: string;
  column: WireColumn;
  /** "physical adapter", "LBFO team". */
  kind: string;
  name: string;
  /** To the right of the name: a speed, a type. */
  aside: string;
  detail: string;
  marks: { label: string; status: AccelerationStatus }[];
  /** The first broken rung of a configured technology, if it is this node's own. */
  reason: string | null;
  tone: WireTone;
  /** VM adapters behind it, and how many of them are configured without effect or in effect. */
  ports: { all: number; inVain: number; active: number } | null;
  href: string | null;
}

export interface Wire {
  from: string;
  to: string;
  tone: WireTone;
}

/** A connected group: a switch with everything below and above it, or a path that bypasses the switches. */
export interface WireBand {
  key: string;
  nodes: WireNode[];
  wires: Wire[];
}

export type RungOwner = "adapter" | "team" | "switch" | "host-adapter" | "host";

const OF_SWITCH = new Set(["virtual-functions-left", "vm-queues-left"]);
const OF_TEAM = new Set(["no-lbfo", "adapter-no-lbfo"]);

/** The part of the wiring that a rung is about; rungs are named after it. */
function ownerOf(rung: string): RungOwner {
  if (OF_TEAM.has(rung)) return "team";
  if (OF_SWITCH.has(rung) || rung.startsWith("switch-")) return "switch";
  if (rung.startsWith("host-adapter-")) return "host-adapter";
  return rung.startsWith("adapter-") ? "adapter" : "host";
}

/** The first broken rung of a configured technology, if this part breaks it. */
export function ownReason(ladders: readonly Ladder[], owner: RungOwner): string | null {
  for (const { status, rungs } of ladders) {
    const broken = status === "configured" ? rungs.find(({ isBroken }) => isBroken) : undefined;
    if (broken && ownerOf(broken.key) === owner) return broken.fault;
  }
  return null;
}

/** Each technology by the worst of the ladders; those that do not apply are omitted. */
export function marksOf(ladders: readonly Ladder[]): WireNode["marks"] {
  const labels = [...new Set(ladders.map(({ label }) => label))];
  return labels.flatMap((label) => {
    const status = worstOf(ladders.filter((each) => each.label === label).map((each) => each.status));
    return status === "not-applicable" ? [] : [{ label, status }];
  });
}

export function toneOf(marks: WireNode["marks"], reason: string | null): WireTone {
  const has = (status: AccelerationStatus) => marks.some((mark) => mark.status === status);
  if (reason !== null || has("configured")) return "warning";
  if (has("active")) return "ok";
  return marks.length > 0 && marks.every(({ status }) => status === "unknown") ? "unknown" : "plain";
}

/** A wire is marked as without effect only if the fault is before it. */
export function wireOf({ tone, reason, marks }: WireNode): WireTone {
  if (tone !== "warning" || reason !== null) return tone;
  return marks.some(({ status }) => status === "active") ? "ok" : "plain";
}
