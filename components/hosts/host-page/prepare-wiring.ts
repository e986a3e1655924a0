import { TECHNOLOGY_LABELS, WORST_FIRST, worstOf } from "@/components/acceleration/technology-words.ts";
import { readText } from "@/components/facts/read-fact.ts";
import { TECHNOLOGY_ORDER } from "@/components/vms/service-words.ts";
import type { HostView, WiringView } from "@/lib/contract/api/hosts.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import type { LadderGroup } from "./prepare-host-ladders.ts";
import { toneOf, type WireBand, type WireNode, wireOf } from "./wire-node.ts";
import { type WireParts, wireParts } from "./wire-parts.ts";

export interface WiringPlan {
  bands: WireBand[];
  /** Parts of the report that are missing from the diagram. */
  unread: string[];
}

type WiredAdapter = NonNullable<WiringView["adapters"]>[number];
type WiredSwitch = NonNullable<WiringView["switches"]>[number];
type VmUse = NonNullable<WiredSwitch["use"]>;

/** Joins the connections that the server found with the names and the readiness of each part. */
export function prepareWiring(host: HostView, groups: readonly LadderGroup[]): WiringPlan {
  const parts = wireParts(host, groups);
  const adapters = host.wiring.adapters ?? [];
  const switches = host.wiring.switches ?? [];
  const teams = [...new Set(adapters.flatMap(({ feeds, team }) => (feeds === "team" ? (team ?? []) : [])))];
  const switchIds = new Set<string | null>(switches.map(({ id }) => id));
  const bands = [
    ...switches.map((each) => switchBand(each, host, parts)),
    ...teams.map((name) => teamBand(name, adapters, parts)),
    directBand(adapters, parts),
    lostBand(host, parts, switchIds),
  ];
  return {
    bands: bands.filter(({ nodes }) => nodes.length > 0),
    unread: [
      ...(host.wiring.adapters === null ? ["physical adapters"] : []),
      ...(host.wiring.switches === null ? ["virtual switches"] : []),
      ...(host.hostAdapters === null ? ["host virtual adapters"] : []),
      ...(host.teams === null ? ["teams"] : []),
    ],
  };
}

/** A switch, its adapters, and its users. */
function switchBand(wired: WiredSwitch, host: HostView, parts: WireParts): WireBand {
  const { id, adapterIds } = wired;
  const facts = (host.switches ?? []).find((each) => readText(each, "id") === id) ?? {};
  const adapters = adapterIds.map((each) => parts.adapter(each));
  const key = `switch ${id}`;
  const node = parts.over(adapterIds, "switch", {
    key,
    column: "switch",
    kind: "virtual switch",
    name: readText(facts, "name") ?? id,
    aside: (readText(facts, "switchType") ?? "type not read").toLowerCase(),
    detail: sayUplink(wired),
  });
  const team = teamUnder(wired, parts);
  const users = [...parts.hostAdapters((switchId) => switchId === id), vmsNode(wired, host)];
  return {
    key,
    nodes: [...adapters, ...(team ? [team] : []), node, ...users],
    wires: [
      ...adapters.map((each) => ({ from: each.key, to: team?.key ?? key, tone: wireOf(each) })),
      ...(team ? [{ from: team.key, to: key, tone: wireOf(team) }] : []),
      ...users.map((each) => ({ from: key, to: each.key, tone: each.tone })),
    ],
  };
}

function sayUplink({ uplink, isSomeAdapterUnread }: WiredSwitch): string {
  const unread = isSomeAdapterUnread ? "; one of its adapters was not read" : "";
  switch (uplink) {
    case "none":
      return "bound to no adapter";
    case "single":
      return `on one adapter${unread}`;
    case "set":
      return `on an embedded team${unread}`;
    case "lbfo":
      return `on an LBFO team${unread}`;
    case "unknown":
      return "its adapters were not read";
  }
}

function teamUnder({ id, uplink, team, adapterIds }: WiredSwitch, parts: WireParts): WireNode | null {
  if (uplink !== "set" && uplink !== "lbfo") return null;
  return parts.over(adapterIds, "team", {
    key: `team under ${id}`,
    column: "team",
    kind: uplink === "set" ? "embedded team" : "LBFO team",
    name: uplink === "set" ? "Embedded team" : (team ?? "Team, not read"),
    aside: uplink === "set" ? "SET" : "LBFO",
    detail: `of ${formatPlural(adapterIds.length, "adapter")}`,
  });
}

function vmsNode({ id, use }: WiredSwitch, host: HostView): WireNode {
  const words = { key: `vms ${id}`, column: "user" as const, kind: "VMs", reason: null, aside: "" };
  if (use === null)
    return { ...words, name: "VMs", detail: "not read", marks: [], tone: "unknown", ports: null, href: null };
  if (use.ports === 0)
    return { ...words, name: "No VM", detail: "", marks: [], tone: "plain", ports: null, href: null };
  const inVain = TECHNOLOGY_ORDER.filter((technology) => countOf(use, technology, "configured") > 0);
  const most = (status: "configured" | "active") =>
    Math.max(...TECHNOLOGY_ORDER.map((technology) => countOf(use, technology, status)));
  const marks = marksOfUse(use);
  return {
    ...words,
    name: `${formatPlural(use.vms, "VM")}, ${formatPlural(use.ports, "adapter")}`,
    detail: inVain
      .map(
        (technology) =>
          `${formatCount(countOf(use, technology, "configured"))} without ${TECHNOLOGY_LABELS[technology]}`,
      )
      .join(", "),
    marks,
    tone: toneOf(marks, null),
    ports: { all: use.ports, inVain: most("configured"), active: most("active") },
    href: vmsHref(host, inVain[0]),
  };
}

function countOf(
  { technologies }: VmUse,
  technology: (typeof TECHNOLOGY_ORDER)[number],
  status: "configured" | "active",
): number {
  return technologies[technology]?.[status] ?? 0;
}

function marksOfUse({ technologies }: VmUse): WireNode["marks"] {
  return TECHNOLOGY_ORDER.flatMap((technology) => {
    const words = technologies[technology] ?? {};
    const status = worstOf(WORST_FIRST.filter((each) => (words[each] ?? 0) > 0));
    return status === "not-applicable" ? [] : [{ label: TECHNOLOGY_LABELS[technology], status }];
  });
}

function vmsHref({ id }: HostView, technology: string | undefined): string {
  const filters = new URLSearchParams({ host: id });
  if (technology !== undefined) filters.set("acceleration", `${technology}:configured`);
  return `/vms?${filters.toString()}`;
}

/** An LBFO team that carries TCP/IP and no switch. */
function teamBand(name: string, adapters: readonly WiredAdapter[], parts: WireParts): WireBand {
  const ids = adapters.filter(({ feeds, team }) => feeds === "team" && team === name).map(({ id }) => id);
  const members = ids.map((id) => parts.adapter(id));
  const key = `team ${name}`;
  const node = parts.over(ids, "team", {
    key,
    column: "team",
    kind: "LBFO team",
    name,
    aside: "LBFO",
    detail: `of ${formatPlural(ids.length, "adapter")}`,
  });
  const tcpIp = tcpIpNode(`TCP/IP over ${name}`);
  return {
    key,
    nodes: [...members, node, tcpIp],
    wires: [
      ...members.map((each) => ({ from: each.key, to: key, tone: wireOf(each) })),
      { from: key, to: tcpIp.key, tone: wireOf(node) },
    ],
  };
}

/** Adapters that carry TCP/IP directly. */
function directBand(adapters: readonly WiredAdapter[], parts: WireParts): WireBand {
  const direct = adapters.filter(isDirect).map(({ id }) => parts.adapter(id));
  const tcpIp = tcpIpNode("TCP/IP");
  return {
    key: "tcp-ip",
    nodes: direct.length === 0 ? [] : [...direct, tcpIp],
    wires: direct.map((each) => ({ from: each.key, to: tcpIp.key, tone: wireOf(each) })),
  };
}

function isDirect({ feeds, isTeamNic }: WiredAdapter): boolean {
  return feeds === "tcp-ip" && !isTeamNic;
}

function tcpIpNode(key: string): WireNode {
  return {
    key,
    column: "user",
    kind: "TCP/IP of the host",
    name: "TCP/IP of the host",
    aside: "",
    detail: "bypassing the virtual switches",
    marks: [],
    reason: null,
    tone: "plain",
    ports: null,
    href: null,
  };
}

/** Parts whose target is unknown. */
function lostBand(host: HostView, parts: WireParts, switchIds: ReadonlySet<string | null>): WireBand {
  const placed = new Set((host.wiring.switches ?? []).flatMap(({ adapterIds }) => adapterIds));
  const lost = (host.wiring.adapters ?? []).filter(
    (each) =>
      !each.isTeamNic &&
      !placed.has(each.id) &&
      !isDirect(each) &&
      (each.feeds !== "team" || each.team === null),
  );
  return {
    key: "lost",
    nodes: [
      ...lost.map(({ id }) => toLost(parts.adapter(id))),
      ...parts.hostAdapters((switchId) => !switchIds.has(switchId)).map(toLost),
    ],
    wires: [],
  };
}

function toLost(node: WireNode): WireNode {
  return { ...node, detail: `its target was not read; ${node.detail}` };
}
