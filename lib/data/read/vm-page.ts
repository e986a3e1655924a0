import "server-only";
import { getDatabase } from "../database.ts";
import { SqlParts } from "./sql-parts.ts";
import { LISTED_VM_COLUMNS, vmConditions, type ListedVm, type VmQuery } from "./vms.ts";

export interface VmSortKey {
  /** An expression over `v`, a row of `vms`, and `t`, its runtime numbers. */
  expression: string;
  isDescending: boolean;
  type: string;
  /** The key for VMs of a silent host, if it differs from the stored value. */
  ofSilent?: number;
}

export interface VmOrder {
  /** In order of priority; the VM's id is always the last. */
  keys: VmSortKey[];
}

const RUNTIMES = "LEFT JOIN vm_runtimes t ON t.host_id = v.host_id AND t.id = v.id";

/**
 * One page, plus one row if there is a next page. Only keys are sorted: rows are wide, and only those of the page are
 * read. If VMs of silent hosts sort differently, they and the others form two lists, each in an order that an index can
 * provide, and the page is the beginning of the merged lists.
 */
export async function readVmPage(
  query: VmQuery,
  order: VmOrder,
  sql: SqlParts,
  after: string[] | null,
  limit: number,
): Promise<ListedVm[]> {
  const where = vmConditions(query, sql);
  const most = sql.add(limit + 1);
  const isSplit = query.silentHostIds.length > 0 && order.keys.some(({ ofSilent }) => ofSilent !== undefined);
  const isOf = (hostIds: readonly string[]) => `v.host_id = ANY(${sql.add(hostIds)}::uuid[])`;
  const isSilent = isSplit ? isOf(query.silentHostIds) : "false";
  const silentKeys = order.keys.map((key) =>
    key.ofSilent === undefined ? key : { ...key, expression: `(${key.ofSilent})::int` },
  );
  const list = (keys: readonly VmSortKey[], ...only: string[]) => {
    const beyond = after ? [keysetAfter(keys, after, sql)] : [];
    return `(SELECT v.host_id, v.id FROM vms v ${RUNTIMES} WHERE ${[...where, ...only, ...beyond].join(" AND ")}
              ORDER BY ${orderBy(keys)} LIMIT ${most})`;
  };
  // The shorter list of hosts gives the planner better estimates, and the best if it is empty.
  const reporting = () =>
    query.reportingHostIds.length > query.silentHostIds.length
      ? `NOT ${isSilent}`
      : isOf(query.reportingHostIds);
  const lists = isSplit
    ? `(${list(order.keys, reporting())} UNION ALL ${list(silentKeys, isSilent)})`
    : list(order.keys);
  const keys = order.keys.map((key) =>
    isSplit && key.ofSilent !== undefined
      ? { ...key, expression: `CASE WHEN ${isSilent} THEN ${key.ofSilent} ELSE ${key.expression} END` }
      : key,
  );
  const { rows } = await getDatabase().pool.query<ListedVm>(
    `SELECT ${LISTED_VM_COLUMNS}, ARRAY[${keys.map(asText).join(", ")}] AS "sortKey"
       FROM ${lists} page
       JOIN vms v ON v.host_id = page.host_id AND v.id = page.id ${RUNTIMES}
      ORDER BY ${orderBy(keys)} LIMIT ${most}`,
    sql.values,
  );
  return rows;
}

/** All VMs of a query on some hosts, unordered. */
export async function readVmsOn(query: VmQuery, hostIds: readonly string[]): Promise<ListedVm[]> {
  const sql = new SqlParts();
  const where = [...vmConditions(query, sql), `v.host_id = ANY(${sql.add(hostIds)}::uuid[])`];
  const { rows } = await getDatabase().pool.query<ListedVm>(
    `SELECT ${LISTED_VM_COLUMNS}, ARRAY[]::text[] AS "sortKey" FROM vms v ${RUNTIMES} WHERE ${where.join(" AND ")}`,
    sql.values,
  );
  return rows;
}

function orderBy(keys: readonly VmSortKey[]): string {
  return keys
    .map(({ expression, isDescending }) => `${expression} ${isDescending ? "DESC" : "ASC"}`)
    .join(", ");
}

/** Formats times in UTC, regardless of the server's time zone. */
function asText({ expression, type }: VmSortKey): string {
  if (type !== "timestamptz") return `(${expression})::text`;
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/**
 * `(a, b, c)` after the last row. If all keys sort in the same direction, this is one comparison that an index can
 * start from.
 */
function keysetAfter(keys: readonly VmSortKey[], after: readonly string[], sql: SqlParts): string {
  const values = keys.map(({ type }, at) => `${sql.add(after[at])}::${type}`);
  const [first] = keys;
  if (first && keys.every(({ isDescending }) => isDescending === first.isDescending)) {
    const expressions = keys.map(({ expression }) => expression).join(", ");
    return `(${expressions}) ${first.isDescending ? "<" : ">"} (${values.join(", ")})`;
  }
  const terms = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((before, at) => `${before.expression} = ${values[at]}`);
    return `(${[...equal, `${key.expression} ${key.isDescending ? "<" : ">"} ${values[index]}`].join(" AND ")})`;
  });
  return `(${terms.join(" OR ")})`;
}
