import { type FactMap, formatFact, isFactMap } from "@/components/facts/prepare-facts.ts";
import { readFlag, readNumber, readText } from "@/components/facts/read-fact.ts";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import type { SectionView } from "@/lib/contract/api/sections.ts";
import { formatSpeed } from "@/lib/format/bytes.ts";

export interface FactTable {
  key: "physicalAdapters" | "switches" | "hostAdapters" | "teams";
  title: string;
  columns: string[];
  /** `null`: the part was not read. Each row by its columns. */
  rows: string[][] | null;
  /** Shown if it was read and is empty. */
  empty: string;
}

type Column = readonly [head: string, read: (part: FactMap) => string];

const text =
  (...path: string[]) =>
  (part: FactMap) =>
    readText(part, ...path) ?? "not read";
const flag =
  (...path: string[]) =>
  (part: FactMap) => {
    const value = readFlag(part, ...path);
    return value === null ? "not read" : value ? "yes" : "no";
  };
const number =
  (...path: string[]) =>
  (part: FactMap) => {
    const value = readNumber(part, ...path);
    return value === null ? "not read" : String(value);
  };
const speed = (part: FactMap) => {
  const value = readNumber(part, "linkSpeedBitsPerSecond");
  // Without a link there is no speed.
  return value === null ? "not read" : value === 0 ? "none" : formatSpeed(value);
};
/** A property that Windows does not list for an adapter does not exist on it. */
const ability = (key: string) => (part: FactMap) =>
  readFlag(part, key, "listed") === false ? "none" : flag(key, "enabled")(part);
const list = (key: string) => (part: FactMap) => formatFact(part[key]);

const PHYSICAL: readonly Column[] = [
  ["Adapter", text("name")],
  ["Hardware", text("description")],
  ["Status", text("status")],
  ["Link", speed],
  ["Driver", text("driverVersion")],
  ["SR-IOV", ability("sriov")],
  ["RDMA", ability("rdma")],
  ["RSS", ability("rss")],
  ["VMQ", ability("vmq")],
];

const HOST_ADAPTERS: readonly Column[] = [
  ["Adapter", text("name")],
  ["VLAN", number("vlanId")],
  ["RDMA", ability("rdma")],
  ["RSS", ability("rss")],
  ["VMQ weight", number("vmqWeight")],
  ["Maps to", text("teamMappedAdapter")],
];

const TEAMS: readonly Column[] = [
  ["Team", text("name")],
  ["Members", list("members")],
  ["Mode", text("teamingMode")],
  ["Load balancing", text("loadBalancingAlgorithm")],
  ["Status", text("status")],
];

/** The host's network as ruled tables, in the wire's own words; adapters of a switch are named where known. */
export function prepareFactTables(host: HostView): FactTable[] {
  const adapters = new Map(
    (host.physicalAdapters ?? []).map((adapter) => [
      readText(adapter, "interfaceGuid"),
      readText(adapter, "name"),
    ]),
  );
  const switches: readonly Column[] = [
    ["Switch", text("name")],
    ["Type", text("switchType")],
    ["Adapters", (part) => namesOf(part["adapterGuids"], adapters)],
    ["Embedded teaming", flag("embeddedTeamingEnabled")],
    ["SR-IOV", flag("iovEnabled")],
    ["Used by host", flag("allowManagementOS")],
    ["Bandwidth mode", text("bandwidthReservationMode")],
  ];
  return [
    toTable(
      "physicalAdapters",
      "Physical adapters",
      PHYSICAL,
      host.physicalAdapters,
      "No physical adapter is listed.",
    ),
    toTable("switches", "Virtual switches", switches, host.switches, "This host has no virtual switch."),
    toTable(
      "hostAdapters",
      "Host virtual adapters",
      HOST_ADAPTERS,
      host.hostAdapters,
      "The host has no virtual adapter.",
    ),
    toTable("teams", "Teams (LBFO)", TEAMS, host.teams, "There is no LBFO team."),
  ];
}

/** The SMB settings and the number of connections; the rest is among the facts. */
export function prepareSmb(smb: HostView["smb"]): [name: string, value: string][] | null {
  if (smb === null) return null;
  const connections = Array.isArray(smb["connections"]) ? smb["connections"].filter(isFactMap) : null;
  const rdma = connections?.filter(
    (each) => readFlag(each, "clientRdmaCapable") === true && readFlag(each, "serverRdmaCapable") === true,
  );
  return [
    ["Multichannel, as a client", flag("client", "enableMultiChannel")(smb)],
    ["Multichannel, as a server", flag("server", "enableMultiChannel")(smb)],
    ["Encrypts data", flag("server", "encryptData")(smb)],
    ["SMB 1", flag("server", "enableSMB1Protocol")(smb)],
    ["Connections", connections ? String(connections.length) : "not read"],
    ["RDMA at both ends", rdma ? String(rdma.length) : "not read"],
    ["Data Center Bridging", flag("dcb", "installed")(smb)],
    ["SMB Direct priority", number("dcb", "smbDirectPriority")(smb)],
  ];
}

/** What to do about a part of a report that was not read. */
export function adviseSection({ name, status, error }: SectionView): string | null {
  if (status === "ok") return null;
  if (status === "skipped")
    return "Not read by the agent: this host does not have it, or reading it is turned off.";
  if (error !== null && /access|denied|permission|zugriff|verweigert|unauthori[sz]ed/i.test(error))
    return "The agent’s account lacks rights. Run it as SYSTEM, or add its account to Hyper-V Administrators.";
  if (error !== null && /was not started: the time limit/i.test(error))
    return "The parts before it took all of the run’s time. See which of them took long, or did not respond.";
  if (error !== null && /did not respond within|timed? ?out|timeout|zeitüberschreitung/i.test(error))
    return "Reading took too long. If this persists, check whether the Virtual Machine Management service (vmms) and WMI (winmgmt) respond on the host.";
  if (error !== null && /a later run reads them/.test(error))
    return "Nothing to do: a busy host is read in several runs, and the rest follows within minutes.";
  return name === "vms"
    ? "Run Get-VM on the host as the agent’s account: its error is the cause. The VMs keep their last known values."
    : "The facts of this part are the last known values. Every report tries again.";
}

function toTable(
  key: FactTable["key"],
  title: string,
  columns: readonly Column[],
  parts: readonly FactMap[] | null,
  empty: string,
): FactTable {
  return {
    key,
    title,
    columns: columns.map(([head]) => head),
    rows: parts === null ? null : parts.map((part) => columns.map(([, read]) => read(part))),
    empty,
  };
}

function namesOf(guids: unknown, names: ReadonlyMap<string | null, string | null>): string {
  if (!Array.isArray(guids)) return "not read";
  if (guids.length === 0) return "none";
  return guids
    .map((guid) => (typeof guid === "string" ? (names.get(guid) ?? guid) : formatFact(guid)))
    .join(", ");
}

/**
 * Whether the host may have VMs that it did not report. Without the rights to see them Hyper-V returns none, and no
 * error.
 */
export function areVmsUnread({ vms, sections, host }: Pick<HostView, "vms" | "sections" | "host">): boolean {
  if (vms > 0) return false;
  return (
    readFlag(host, "rights", "hyperv") === false ||
    sections.some(({ name, status }) => name === "vms" && status === "failed")
  );
}
