import type {
  HostAdapterFacts,
  HostFacts,
  PhysicalAdapterFacts,
  SmbFacts,
  SnapshotFacts,
  SwitchFacts,
  TeamFacts,
} from "../facts.ts";
import { isNestedHost } from "./nested-host.ts";
import { allOf, type RungStatus } from "./ladder.ts";

/**
 * How a switch is connected to the physical network. `none`: an internal or private switch. `single`: one adapter.
 * `set`: Switch Embedded Teaming. `lbfo`: the older team of the operating system. `unknown`: what is under it could not
 * be read.
 */
export type UplinkKind = "none" | "single" | "set" | "lbfo" | "unknown";

/** A virtual switch with the physical adapters that carry its traffic. */
export interface SwitchPath {
  facts: SwitchFacts;
  uplink: UplinkKind;
  /** The physical adapters that were found, in the order of the report; for an LBFO team, its members. */
  members: readonly PhysicalAdapterFacts[];
  /** Those that are up, or may be: only they decide a rung. */
  upMembers: readonly PhysicalAdapterFacts[];
  /** Ids of adapters, or names of team members, that are missing from the report's adapters; or the list was unread. */
  isSomeMemberUnread: boolean;
  /** The LBFO team, if it was read. */
  team: TeamFacts | null;
  /** Answers of the members to one question each; the same for every VM on the switch. */
  answers: Map<MemberQuestion, MemberAnswer>;
}

/** The path of a VM's traffic on one host, computed once per report. */
export interface NetworkScene {
  host: HostFacts;
  hostBuild: number | null;
  /** A host that is itself a VM: what is under its adapters is not visible. */
  isNested: boolean;
  /** `null` where the switches were unread. */
  switches: ReadonlyMap<string, SwitchPath> | null;
  physicalAdapters: readonly PhysicalAdapterFacts[] | null;
  hostAdapters: readonly HostAdapterFacts[] | null;
  teams: readonly TeamFacts[] | null;
  smb: SmbFacts | null;
  /** The switch that an adapter carries, by the adapter's id; members of a team under a switch are included. */
  switchByAdapter: ReadonlyMap<string, SwitchPath>;
}

type MemberQuestion = (adapter: PhysicalAdapterFacts) => RungStatus;

interface MemberAnswer {
  status: RungStatus;
  /** The first broken member, otherwise the first unknown one. */
  member: PhysicalAdapterFacts | null;
}

type NetworkReport = Pick<
  SnapshotFacts,
  "host" | "physicalAdapters" | "switches" | "hostAdapters" | "teams" | "smb"
>;

/** From a report whose lists contain no id twice. */
export function networkScene(report: NetworkReport): NetworkScene {
  const switches =
    report.switches && new Map(report.switches.map((facts) => [facts.id, switchPath(facts, report)]));
  const switchByAdapter = new Map<string, SwitchPath>();
  for (const path of switches?.values() ?? []) {
    for (const id of path.facts.adapterGuids ?? []) switchByAdapter.set(id, path);
    for (const { interfaceGuid } of path.members) switchByAdapter.set(interfaceGuid, path);
  }
  return {
    host: report.host,
    hostBuild: report.host.os?.build ?? null,
    isNested: isNestedHost(report.host),
    switches,
    physicalAdapters: report.physicalAdapters,
    hostAdapters: report.hostAdapters,
    teams: report.teams,
    smb: report.smb,
    switchByAdapter,
  };
}

/** An adapter in an unread state may carry traffic, so it counts as up. */
export function isUp({ status }: Pick<PhysicalAdapterFacts, "status">): boolean {
  return status === null || status === "Up";
}

/**
 * One question to every member that is up: it holds if it holds for each, and the first broken one is named. With none
 * up, or an unread member, a rung can break but not hold.
 */
export function askMembers(path: SwitchPath, question: MemberQuestion): MemberAnswer {
  const known = path.answers.get(question);
  if (known) return known;
  const answer = answerOf(path, question);
  path.answers.set(question, answer);
  return answer;
}

function answerOf({ upMembers, isSomeMemberUnread }: SwitchPath, question: MemberQuestion): MemberAnswer {
  const statuses = upMembers.map(question);
  const broken = statuses.indexOf("fail");
  if (broken !== -1) return { status: "fail", member: upMembers[broken] ?? null };
  const unknown = statuses.indexOf("unknown");
  if (unknown !== -1) return { status: "unknown", member: upMembers[unknown] ?? null };
  if (isSomeMemberUnread || statuses.length === 0) return { status: "unknown", member: null };
  return { status: allOf(statuses), member: null };
}

/**
 * Which Windows stack an adapter feeds: a virtual switch (VMQ, SR-IOV), a team that itself feeds TCP/IP, or TCP/IP
 * directly (RSS). `null` if unknown.
 */
export function stackOf(
  adapter: PhysicalAdapterFacts,
  scene: NetworkScene,
): "switch" | "team" | "tcp-ip" | null {
  const { bindings, interfaceGuid, name } = adapter;
  if (scene.switchByAdapter.has(interfaceGuid) || bindings?.vms_pp === true) return "switch";
  const areSwitchesRead =
    scene.switches !== null && [...scene.switches.values()].every((path) => path.facts.adapterGuids !== null);
  const isInTeam = scene.teams?.some(({ members }) => name !== null && members?.includes(name));
  if (isInTeam || bindings?.ms_implat === true) {
    // An unread switch may be on the team, or this may be the team under a switch whose members were not read.
    const isSomeTeamUnread = [...(scene.switches?.values() ?? [])].some(
      ({ uplink, isSomeMemberUnread }) => uplink === "lbfo" && isSomeMemberUnread,
    );
    return areSwitchesRead && !isSomeTeamUnread ? "team" : null;
  }
  return areSwitchesRead || bindings?.vms_pp === false ? "tcp-ip" : null;
}

const NO_UPLINK: Pick<SwitchPath, "members" | "upMembers" | "isSomeMemberUnread" | "team"> = {
  members: [],
  upMembers: [],
  isSomeMemberUnread: false,
  team: null,
};

function switchPath(facts: SwitchFacts, report: NetworkReport): SwitchPath {
  const answers = new Map<MemberQuestion, MemberAnswer>();
  if (facts.switchType === "Internal" || facts.switchType === "Private")
    return { facts, uplink: "none", ...NO_UPLINK, answers };

  const guids = facts.adapterGuids;
  if (guids === null || guids.length === 0 || report.physicalAdapters === null)
    return {
      facts,
      uplink: facts.embeddedTeamingEnabled === true ? "set" : "unknown",
      ...NO_UPLINK,
      isSomeMemberUnread: true,
      answers,
    };

  const found = report.physicalAdapters.filter(({ interfaceGuid }) => guids.includes(interfaceGuid));
  const multiplexor =
    facts.embeddedTeamingEnabled === true
      ? undefined
      : found.find((each) => isTeamAdapter(each, report.teams));
  const isSomeAdapterUnread = found.length < new Set(guids).size;
  if (multiplexor) {
    const uplink = teamUplink(multiplexor, report);
    const isSomeMemberUnread = uplink.isSomeMemberUnread || isSomeAdapterUnread;
    return { facts, uplink: "lbfo", ...uplink, isSomeMemberUnread, answers };
  }
  const isBoundToTeam = found.some((each) => isTeamMember(each, report.teams));
  return {
    facts,
    uplink: isBoundToTeam ? "lbfo" : uplinkKind(facts, guids, found, report.teams),
    members: found,
    upMembers: found.filter(isUp),
    isSomeMemberUnread: isSomeAdapterUnread,
    team: isBoundToTeam ? teamOfMembers(found, report.teams ?? []) : null,
    answers,
  };
}

function uplinkKind(
  { embeddedTeamingEnabled }: SwitchFacts,
  guids: string[],
  found: readonly PhysicalAdapterFacts[],
  teams: readonly TeamFacts[] | null,
): UplinkKind {
  // Only embedded teaming supports several adapters.
  if (embeddedTeamingEnabled === true || guids.length > 1) return "set";
  const [only] = found;
  if (!only) return "unknown";
  // With the teams unread, only its own facts show that it is neither a team nor in one.
  const isTold = teams !== null || (only.description !== null && (only.bindings?.ms_implat ?? null) !== null);
  return isTold ? "single" : "unknown";
}

/** By its binding; if that was unread, by the teams that name it. */
function isTeamMember(
  { name, bindings }: Pick<PhysicalAdapterFacts, "name" | "bindings">,
  teams: readonly TeamFacts[] | null,
): boolean {
  const isBound = bindings?.ms_implat ?? null;
  if (isBound !== null) return isBound;
  return (teams ?? []).some(({ members }) => name !== null && members?.includes(name) === true);
}

/**
 * Whether an adapter was created by Windows for a team and is not hardware. Localized Windows versions name it
 * "Multiplexor", "Multiplexortreiber", "multiplexeur"; a renamed one is a team's NIC.
 */
export function isTeamAdapter(
  { name, description }: Pick<PhysicalAdapterFacts, "name" | "description">,
  teams: readonly TeamFacts[] | null,
): boolean {
  return (
    /multiplex/i.test(description ?? "") ||
    (teams ?? []).some(({ teamNics }) => name !== null && teamNics?.includes(name) === true)
  );
}

function teamUplink(
  multiplexor: PhysicalAdapterFacts,
  { teams, physicalAdapters }: NetworkReport,
): Pick<SwitchPath, "members" | "upMembers" | "isSomeMemberUnread" | "team"> {
  const team = teamOf(multiplexor, teams ?? []);
  const names = team?.members ?? null;
  if (names === null) return { ...NO_UPLINK, isSomeMemberUnread: true, team };
  const members = (physicalAdapters ?? []).filter(({ name }) => name !== null && names.includes(name));
  return {
    members,
    upMembers: members.filter(isUp),
    isSomeMemberUnread: members.length < new Set(names).size || names.length === 0,
    team,
  };
}

/** For reports that name the members of a team under a switch instead of the team's own NIC. */
function teamOfMembers(found: readonly PhysicalAdapterFacts[], teams: TeamFacts[]): TeamFacts | null {
  const names = new Set(found.map(({ name }) => name));
  return teams.find(({ members }) => members?.some((name) => names.has(name))) ?? null;
}

/** By the name of its NIC; if a team's NICs were unread, the only team there is. */
function teamOf({ name }: PhysicalAdapterFacts, teams: TeamFacts[]): TeamFacts | null {
  const byNic = teams.find(({ teamNics }) => name !== null && teamNics?.includes(name));
  if (byNic) return byNic;
  const only = teams.length === 1 ? teams[0] : undefined;
  return only?.teamNics === null ? only : null;
}
