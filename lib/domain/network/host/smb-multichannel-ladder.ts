import type { SmbFacts, SmbInterfaceFacts } from "../../facts.ts";
import { enableSmb2, listMultichannelConstraints, showSmbInterfaces } from "../../remedies/host-network.ts";
import { holds, type LadderDefinition, type RungStatus } from "../ladder.ts";
import { brokenByDefault, hostBuildRung, type HostRung } from "./host-rung.ts";
import type { HostScene, SmbScene } from "./host-scene.ts";
import { multichannelOn } from "./smb-multichannel-rungs.ts";
import { anyOf, both, either } from "./three-valued.ts";

type Rung = HostRung<SmbScene>;

/** The four configurations, of which one suffices, and whether this host has each. */
export function multichannelConfigurations({
  network,
}: HostScene): Record<"severalAdapters" | "rss" | "rdma" | "team", boolean | null> {
  const lists = [network.smb?.clientInterfaces ?? null, network.smb?.serverInterfaces ?? null];
  const someInterface = (claim: (row: SmbInterfaceFacts) => boolean | null): boolean | null =>
    lists.every((list) => list === null)
      ? null
      : anyOf(lists, (list) => (list === null ? false : anyOf(list, claim)));
  return {
    severalAdapters: areSeveral(lists),
    rss: someInterface(({ rssCapable }) => rssCapable),
    rdma: someInterface(({ rdmaCapable }) => rdmaCapable),
    team: hasTeam(network),
  };
}

function areSeveral(lists: readonly (SmbInterfaceFacts[] | null)[]): boolean | null {
  if (lists.every((list) => list === null)) return null;
  return lists.some((list) => list !== null && countInterfaces(list) > 1);
}

/** An interface has a row for each of its addresses. */
function countInterfaces(list: SmbInterfaceFacts[]): number {
  return new Set(list.map(({ interfaceIndex, friendlyName }) => interfaceIndex ?? friendlyName)).size;
}

/** A team that feeds TCP/IP itself; the traffic of a team under a switch belongs to the host adapters. */
function hasTeam({ teams, switches }: HostScene["network"]): boolean | null {
  if (teams === null) return null;
  const underSwitches = new Set([...(switches?.values() ?? [])].map(({ team }) => team));
  return anyOf(teams, (team) =>
    both(!underSwitches.has(team), team.members === null ? null : team.members.length > 1),
  );
}

export const smb3On: Rung = {
  key: "smb-3",
  title: "SMB 3 is enabled",
  breaks: "setting",
  check: ({ host }) => holds(host.network.smb?.server?.enableSMB2Protocol ?? null),
  evidence: ({ host }) => [
    { name: "smb.server.enableSMB2Protocol", value: host.network.smb?.server?.enableSMB2Protocol ?? null },
  ],
  remedy: enableSmb2,
};

export const noBlockingConstraint: Rung = {
  key: "smb-constraints",
  title: "No constraint limits SMB to a single channel",
  breaks: "setting",
  check: ({ host }) => checkConstraints(host.network.smb),
  evidence: ({ host }) => [
    { name: "smb.constraints", value: host.network.smb?.constraints?.length ?? null },
    ...(host.network.smb?.constraints ?? []).map(({ serverName, interfaces }) => ({
      name: serverName ?? "every server",
      value: interfaces?.join(", ") ?? null,
    })),
  ],
  remedy: listMultichannelConstraints,
};

const RUNGS: readonly Rung[] = [
  hostBuildRung(9200, "Windows Server 2012"),
  {
    key: "smb-interfaces",
    title: "SMB lists an interface",
    breaks: "capability",
    check({ host: { network } }) {
      const lists = [network.smb?.clientInterfaces ?? null, network.smb?.serverInterfaces ?? null];
      if (lists.some((list) => list !== null && list.length > 0)) return "pass";
      return lists.some((list) => list === null) ? "unknown" : "fail";
    },
    evidence: ({ host: { network } }) => [
      { name: "smb.clientInterfaces", value: network.smb?.clientInterfaces?.length ?? null },
      { name: "smb.serverInterfaces", value: network.smb?.serverInterfaces?.length ?? null },
    ],
    remedy: showSmbInterfaces,
  },
  {
    key: "smb-configuration",
    title: "At least one is available: several adapters, RSS, RDMA or a team",
    breaks: "capability",
    check({ host }) {
      const { severalAdapters, rss, rdma, team } = multichannelConfigurations(host);
      return holds(either(either(severalAdapters, rss), either(rdma, team)));
    },
    evidence({ host }) {
      const { severalAdapters, rss, rdma, team } = multichannelConfigurations(host);
      return [
        { name: "Several adapters", value: severalAdapters },
        { name: "An adapter with RSS", value: rss },
        { name: "An adapter with RDMA", value: rdma },
        { name: "A team", value: team },
      ];
    },
    remedy: () => null,
  },
  smb3On,
  multichannelOn("client"),
  multichannelOn("server"),
  noBlockingConstraint,
  {
    key: "smb-bindings",
    title: "The SMB client and server are bound, and the firewall allows inbound SMB",
    breaks: "setting",
    // Not reported.
    isGuests: true,
    check: () => "unknown",
    evidence: () => [{ name: "ms_msclient, ms_server", value: null }],
    remedy: showSmbInterfaces,
  },
];

/** SMB Multichannel of the host as a whole. */
export const smbMultichannelLadder: LadderDefinition<SmbScene, "smb-multichannel", Rung> = {
  technology: "smb-multichannel",
  rungs: RUNGS,
  adapterOf: () => ({ id: null, name: null }),
  settled: ({ host }) => (hasSeveralChannels(host) ? "active" : null),
  whenBroken: brokenByDefault,
  whenWhole: ({ host }, isSomeUnknown) =>
    !isSomeUnknown && (host.smb.sessions?.length ?? 0) > 0 ? "ready" : "unknown",
};

/** Several channels of one connection, or several interfaces connected to one server. */
function hasSeveralChannels({ smb }: HostScene): boolean {
  const interfaceByServer = new Map<string, number>();
  for (const { serverName, clientInterfaceIndex, currentChannels } of smb.sessions ?? []) {
    if ((currentChannels ?? 0) > 1) return true;
    if (serverName === null || clientInterfaceIndex === null || (currentChannels ?? 0) === 0) continue;
    const known = interfaceByServer.get(serverName);
    if (known !== undefined && known !== clientInterfaceIndex) return true;
    interfaceByServer.set(serverName, clientInterfaceIndex);
  }
  return false;
}

/** A constraint to one interface still leaves several channels if that interface supports RSS or RDMA. */
function checkConstraints(smb: SmbFacts | null): RungStatus {
  const constraints = smb?.constraints ?? null;
  if (constraints === null) return "unknown";
  let isSomeUnknown = false;
  for (const { serverName, interfaces } of constraints) {
    if (interfaces !== null && interfaces.length > 1) continue;
    const name = interfaces?.[0];
    const row = smb?.clientInterfaces?.find(
      ({ friendlyName }) => friendlyName !== null && friendlyName === name,
    );
    const canSpread = row ? either(row.rssCapable, row.rdmaCapable) : null;
    if (canSpread === false) return "fail";
    if (canSpread === null && mayBeConnectedTo(serverName, smb)) isSomeUnknown = true;
  }
  return isSomeUnknown ? "unknown" : "pass";
}

/** A constraint for a server without a connection limits nothing now. */
function mayBeConnectedTo(serverName: string | null, smb: SmbFacts | null): boolean {
  const connections = smb?.connections ?? null;
  if (serverName === null || connections === null) return true;
  return connections.some((each) => each.serverName === null || isSameServer(each.serverName, serverName));
}

/** The same server may be named with or without its domain. */
function isSameServer(left: string, right: string): boolean {
  const [ours = "", theirs = ""] = [left, right].map((name) => name.toLowerCase().split(".", 1)[0]);
  return ours === theirs;
}
