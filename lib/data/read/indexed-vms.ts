import "server-only";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { ConversionVerdict, ServiceKey, Severity, VmHealth } from "@/lib/domain/words.ts";
import { getDatabase } from "../database.ts";
import { LISTED_VM_COLUMNS, type ListedVm } from "./vms.ts";

/** The state of a VM's row: its version changes with every write to the row. */
export interface VmRowVersion {
  hostId: string;
  id: string;
  version: number;
  lastReportedAt: IsoTime;
}

/** What lists are filtered and sorted by. Texts to sort by are beginnings in lower case. */
export interface IndexedVmRow extends VmRowVersion {
  name: string;
  cluster: string;
  /** In lower case, whole; `null` for a standalone host. */
  clusterWord: string | null;
  state: string;
  generation: number;
  guestOs: string;
  configurationVersion: string;
  versionWord: string | null;
  findings: number;
  health: VmHealth;
  conversion: ConversionVerdict;
  searchText: string;
  words: string[];
  openRules: string[];
  grounds: Partial<Record<ServiceKey, Severity | "follows">>;
}

/** One critical finding outweighs all warnings; one warning outweighs all info findings. */
const FINDINGS_WEIGHT = "(v.critical_count * 1000000 + v.warning_count * 1000 + v.info_count)";

/**
 * Texts from guests can be long: sorting by their beginnings is sufficient, and these fit into a cursor. Case is ignored.
 */
const KEY_LENGTH = 100;
const beginningOf = (expression: string) => `lower(left(${expression}, ${KEY_LENGTH}))`;

/** Sorts as a version: 9.0 before 10.0. Unread versions come first. */
const versionOf = (expression: string) => {
  const part = (place: number) => `lpad(split_part(${expression}, '.', ${place}), 6, '0')`;
  return `coalesce(${part(1)} || ${part(2)}, '')`;
};

/** Sort expressions over a VM `v` and its runtime `t`. */
const SORT_KEYS = {
  name: beginningOf("v.name"),
  cluster: beginningOf("coalesce(v.cluster, '')"),
  state: "v.state",
  generation: "coalesce(v.generation, 0)",
  guestOs: beginningOf("coalesce(v.guest_os, '')"),
  configurationVersion: versionOf("v.configuration_version"),
  lastReportedAt: "coalesce(t.observed_at, v.first_seen_at)",
};

const RUNTIMES = "LEFT JOIN vm_runtimes t ON t.host_id = v.host_id AND t.id = v.id";
const VERSION = 'v.host_id AS "hostId", v.id, v.xmin::text::bigint AS version';

const KEYS = Object.entries(SORT_KEYS)
  .map(([name, expression]) => `${expression} AS "${name}"`)
  .join(", ");
// Joined here and split in the process, which is much faster than parsing an array with quoted elements.
const SEPARATOR = "\x1f";
const joined = (column: string) => `array_to_string(v.${column}, chr(31))`;

/** Whether VMs that no host lists any longer are meant, or all others. */
const goneIf = (isGone: boolean) => `v.gone_at IS ${isGone ? "NOT NULL" : "NULL"}`;

/** The versions of the rows of these hosts' VMs. */
export async function readVmRowVersions(
  hostIds: readonly string[],
  isGone: boolean,
): Promise<VmRowVersion[]> {
  if (hostIds.length === 0) return [];
  const { rows } = await getDatabase().pool.query<VmRowVersion>(
    `SELECT ${VERSION}, ${SORT_KEYS.lastReportedAt} AS "lastReportedAt" FROM vms v ${RUNTIMES}
      WHERE ${goneIf(isGone)} AND v.host_id = ANY($1::uuid[])`,
    [hostIds],
  );
  return rows;
}

/** @param ids only these of the hosts' VMs, if given */
export async function readIndexedVms(
  hostIds: readonly string[],
  ids: readonly string[] | null,
  isGone: boolean,
): Promise<IndexedVmRow[]> {
  if (hostIds.length === 0 || ids?.length === 0) return [];
  const { rows } = await getDatabase().pool.query<
    Omit<IndexedVmRow, "words" | "openRules"> & { words: string; openRules: string }
  >(
    `SELECT ${VERSION}, ${KEYS}, lower(v.cluster) AS "clusterWord", v.configuration_version AS "versionWord",
            ${FINDINGS_WEIGHT} AS findings, v.health, v.conversion, v.search_text AS "searchText", v.grounds,
            ${joined("words")} AS words, ${joined("open_rules")} AS "openRules"
       FROM vms v ${RUNTIMES}
      WHERE ${goneIf(isGone)} AND v.host_id = ANY($1::uuid[]) AND ($2::uuid[] IS NULL OR v.id = ANY($2))`,
    [hostIds, ids],
  );
  return rows.map(({ words, openRules, ...row }) => ({
    ...row,
    words: words.split(SEPARATOR),
    openRules: openRules === "" ? [] : openRules.split(SEPARATOR),
  }));
}

/** List rows of these VMs, unordered. */
export async function readListedVms(keys: readonly { hostId: string; id: string }[]): Promise<ListedVm[]> {
  if (keys.length === 0) return [];
  const { rows } = await getDatabase().pool.query<ListedVm>(
    `SELECT ${LISTED_VM_COLUMNS}
       FROM unnest($1::uuid[], $2::uuid[]) AS page (host_id, id)
       JOIN vms v ON v.host_id = page.host_id AND v.id = page.id ${RUNTIMES}`,
    [keys.map(({ hostId }) => hostId), keys.map(({ id }) => id)],
  );
  return rows;
}
