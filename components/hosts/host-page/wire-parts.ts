import type { FactMap } from "@/components/facts/prepare-facts.ts";
import { readNumber, readText } from "@/components/facts/read-fact.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { formatSpeed } from "@/lib/format/bytes.ts";
import type { LadderGroup } from "./prepare-host-ladders.ts";
import { marksOf, ownReason, toneOf, type WireNode } from "./wire-node.ts";

/** The parts of a host's network by id, each with its reported facts and its verdicts. */
export interface WireParts {
  adapter: (id: string) => WireNode;
  /** What is built on several adapters is no better than the worst of them. */
  over: (adapterIds: readonly string[], owner: "team" | "switch", words: WireWords) => WireNode;
  /** The host's virtual adapters. */
  hostAdapters: (isOn: (switchId: string | null) => boolean) => WireNode[];
}

export type WireWords = Pick<WireNode, "key" | "column" | "kind" | "name" | "aside" | "detail">;

export function wireParts(host: HostView, groups: readonly LadderGroup[]): WireParts {
  const physical = new Map<string, FactMap>();
  for (const each of host.physicalAdapters ?? []) physical.set(readText(each, "interfaceGuid") ?? "", each);
  const downIds = new Set((host.wiring.adapters ?? []).flatMap(({ id, isUp }) => (isUp ? [] : [id])));
  const byAdapter = new Map(groups.map((group) => [group.adapterId, group]));
  return {
    adapter: (id) => adapterNode(id, physical.get(id) ?? {}, byAdapter.get(id), !downIds.has(id)),
    over: (adapterIds, owner, words) =>
      nodeOver(
        adapterIds.filter((id) => !downIds.has(id)).flatMap((id) => byAdapter.get(id) ?? []),
        owner,
        words,
      ),
    hostAdapters: (isOn) =>
      (host.hostAdapters ?? []).flatMap((facts, index) =>
        isOn(readText(facts, "switchId"))
          ? [hostAdapterNode(index, facts, byAdapter.get(readText(facts, "name")))]
          : [],
      ),
  };
}

function adapterNode(id: string, facts: FactMap, group: LadderGroup | undefined, isUp: boolean): WireNode {
  const speed = readNumber(facts, "linkSpeedBitsPerSecond");
  const marks = isUp ? marksOf(group?.ladders ?? []) : [];
  const reason = isUp ? ownReason(group?.ladders ?? [], "adapter") : null;
  return {
    key: `adapter ${id}`,
    column: "adapter",
    kind: "physical adapter",
    name: readText(facts, "name") ?? id,
    aside: isUp ? (speed === null ? "speed not read" : formatSpeed(speed)) : "no link",
    detail: readText(facts, "description") ?? "hardware not read",
    marks,
    reason,
    tone: isUp ? toneOf(marks, reason) : "down",
    ports: null,
    href: group ? `#${group.anchor}` : null,
  };
}

function nodeOver(groups: readonly LadderGroup[], owner: "team" | "switch", words: WireWords): WireNode {
  const ladders = groups.flatMap((group) => group.ladders);
  const marks = marksOf(ladders);
  const reason = ownReason(ladders, owner);
  const leads = groups.find((group) => ownReason(group.ladders, owner) !== null) ?? groups[0];
  return {
    ...words,
    marks,
    reason,
    tone: toneOf(marks, reason),
    ports: null,
    href: leads ? `#${leads.anchor}` : null,
  };
}

function hostAdapterNode(index: number, facts: FactMap, group: LadderGroup | undefined): WireNode {
  const name = readText(facts, "name");
  const vlan = readNumber(facts, "vlanId");
  const mapped = readText(facts, "teamMappedAdapter");
  const ladders = name === null ? [] : (group?.ladders ?? []);
  const marks = marksOf(ladders);
  const reason = ownReason(ladders, "host-adapter");
  return {
    key: `host adapter ${index}`,
    column: "user",
    kind: "host virtual adapter",
    name: name ?? "Unnamed adapter",
    aside: vlan === null || vlan === 0 ? "" : `VLAN ${vlan}`,
    detail: mapped === null ? "of the host" : `of the host, maps to ${mapped}`,
    marks,
    reason,
    tone: toneOf(marks, reason),
    ports: null,
    href: ladders.length > 0 && group ? `#${group.anchor}` : null,
  };
}
