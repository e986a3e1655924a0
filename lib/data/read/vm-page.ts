import "server-only";
import { getDatabase } from "../database.ts";
import { SqlParts } from "./sql-parts.ts";
import { LISTED_VM_COLUMNS, vmConditions, type ListedVm, type VmQuery } from "./vms.ts";

export interface VmSortKey {
  /** Over `v`, a row of `vms`, and `t`, its runtime numbers. */
  expression: string;
  isDescending: boolean;
  type: string;
  /** What the key is for the VMs of a silent host, where that differs from what is stored. */
  ofSilent?: number;
}

export interface VmOrder {
  /** First to last; the VM's id is always the last. */
  keys: VmSortKey[];
}

const RUNTIMES = "LEFT JOIN vm_runtimes t ON t.host_id = v.host_id AND t.id = v.id";

/**
 * One page, one row more than asked for where there is a next one. Keys alone are sorted: rows are wide, and only those
 * of the page are read. Where the order differs for VMs of silent hosts, they and the others are two lists, each in an
 * order that an index can hold, and the page is the beginning of both together.
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
  // The shorter list of hosts tells the planner more, and most when there is none.
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

/** All of a question's VMs on some hosts, in no order. */
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

/** Times in UTC, whatever the zone of the server. */
function asText({ expression, type }: VmSortKey): string {
  if (type !== "timestamptz") return `(${expression})::text`;
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** `(a, b, c)` after the last row. Where all keys go one way, that is one comparison, and an index begins there. */
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
