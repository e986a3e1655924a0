import "server-only";
import type pg from "pg";
import type { IsoTime, VmFacts } from "@/lib/domain/facts.ts";
import type { ServiceVerdict } from "@/lib/domain/judgement.ts";
import { plainArray } from "./array-parameters.ts";
import type { CurrentVm } from "./vm-state.ts";

export interface ObservationWrite {
  id: string;
  vmId: string;
  role: string;
  contentHash: string;
  /** Excludes the runtime numbers. */
  facts: object;
  isRealised: boolean;
  isRunning: boolean;
  state: string | null;
  firstReportedAt: IsoTime;
  missingReports: number;
}

/** Observations that changed although the VM's content did not: the VM was missing from a report, or is listed again. */
export interface SightingWrite {
  id: string;
  firstReportedAt: IsoTime;
  missingReports: number;
}

// Lists in a column are passed as one string: unnest would flatten an array of arrays.
const SEPARATOR = "\x1f";
const join = (words: string[]) => words.map((word) => word.replaceAll(SEPARATOR, " ")).join(SEPARATOR);

export async function writeObservations(
  client: pg.ClientBase,
  hostId: string,
  rows: ObservationWrite[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-observations",
    text: `INSERT INTO vm_observations (host_id, id, vm_id, role, content_hash, facts, is_realised, is_running, state,
                                        first_reported_at, missing_reports)
           SELECT $1, id, vm_id, role, hash, facts, is_realised, is_running, state, first_reported_at, missing
             FROM ROWS FROM (
               unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bool[], $7::bool[], $8::text[], $9::timestamptz[],
                      $10::smallint[]),
               jsonb_array_elements($11)
             ) AS u (id, vm_id, role, hash, is_realised, is_running, state, first_reported_at, missing, facts)
           ON CONFLICT (host_id, id) DO UPDATE SET
             content_hash = excluded.content_hash, facts = excluded.facts, is_realised = excluded.is_realised,
             is_running = excluded.is_running, state = excluded.state,
             first_reported_at = excluded.first_reported_at, missing_reports = excluded.missing_reports`,
    values: [
      hostId,
      plainArray(rows.map((row) => row.id)),
      plainArray(rows.map((row) => row.vmId)),
      plainArray(rows.map((row) => row.role)),
      plainArray(rows.map((row) => row.contentHash)),
      plainArray(rows.map((row) => row.isRealised)),
      plainArray(rows.map((row) => row.isRunning)),
      rows.map((row) => row.state),
      plainArray(rows.map((row) => row.firstReportedAt)),
      plainArray(rows.map((row) => row.missingReports)),
      // Sent as one JSON text, because a text in an array is quoted again and parsed twice.
      JSON.stringify(rows.map((row) => row.facts)),
    ],
  });
}

export async function writeSightings(
  client: pg.ClientBase,
  hostId: string,
  rows: SightingWrite[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `UPDATE vm_observations o SET first_reported_at = u.first_reported_at, missing_reports = u.missing_reports
       FROM unnest($2::uuid[], $3::timestamptz[], $4::smallint[]) AS u (id, first_reported_at, missing_reports)
      WHERE o.host_id = $1 AND o.id = u.id`,
    [
      hostId,
      rows.map((row) => row.id),
      rows.map((row) => row.firstReportedAt),
      rows.map((row) => row.missingReports),
    ],
  );
}

/**
 * Deletes observations of VMs that now belong to other hosts: by hosts that stopped listing the VM, in this report or
 * before, and by retired hosts. A host that lists the VM again keeps its row, and so does the VM's current host.
 */
export async function endObservations(
  client: pg.ClientBase,
  rows: readonly { hostId: string; id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `WITH ended AS (
       DELETE FROM vm_observations o USING unnest($1::uuid[], $2::uuid[]) AS u (host_id, id), hosts h
        WHERE o.host_id = u.host_id AND o.id = u.id AND h.id = o.host_id
          AND (o.missing_reports > 0 OR h.retired_at IS NOT NULL)
          AND NOT EXISTS (SELECT FROM vms v WHERE v.host_id = o.host_id AND v.id = o.id)
        RETURNING o.host_id, o.id
     )
     DELETE FROM vm_runtimes t USING ended WHERE t.host_id = ended.host_id AND t.id = ended.id`,
    [rows.map((row) => row.hostId), rows.map((row) => row.id)],
  );
}

export interface RuntimeWrite extends Pick<
  VmFacts,
  "uptimeSeconds" | "cpuUsagePercent" | "memoryAssignedBytes" | "memoryDemandBytes"
> {
  id: string;
  isRunning: boolean;
  isSettled: boolean;
}

/** The only statement of an unchanged report: narrow rows, no index is touched. */
export async function writeRuntimes(
  client: pg.ClientBase,
  hostId: string,
  observedAt: IsoTime,
  rows: RuntimeWrite[],
  kind: "known" | "new",
): Promise<void> {
  if (rows.length === 0) return;
  const unnest = `unnest($3::uuid[], $4::bool[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bool[])
                  AS u (id, is_running, uptime, cpu, assigned, demand, is_settled)`;
  await client.query({
    name: `write-runtimes-${kind}`,
    text:
      kind === "known"
        ? `UPDATE vm_runtimes t SET observed_at = $2::timestamptz, uptime_seconds = u.uptime, cpu_usage_percent = u.cpu,
                  memory_assigned_bytes = u.assigned, memory_demand_bytes = u.demand, is_settled = u.is_settled,
                  last_running_at = CASE WHEN u.is_running THEN $2::timestamptz ELSE t.last_running_at END
             FROM ${unnest} WHERE t.host_id = $1 AND t.id = u.id`
        : `INSERT INTO vm_runtimes (host_id, id, observed_at, last_running_at, uptime_seconds, cpu_usage_percent,
                                    memory_assigned_bytes, memory_demand_bytes, is_settled)
           SELECT $1, u.id, $2::timestamptz, CASE WHEN u.is_running THEN $2::timestamptz END,
                  u.uptime, u.cpu, u.assigned, u.demand, u.is_settled
             FROM ${unnest} ON CONFLICT (host_id, id) DO NOTHING`,
    values: [
      hostId,
      observedAt,
      plainArray(rows.map((row) => row.id)),
      plainArray(rows.map((row) => row.isRunning)),
      plainArray(rows.map((row) => row.uptimeSeconds)),
      plainArray(rows.map((row) => row.cpuUsagePercent)),
      plainArray(rows.map((row) => row.memoryAssignedBytes)),
      plainArray(rows.map((row) => row.memoryDemandBytes)),
      plainArray(rows.map((row) => row.isSettled)),
    ],
  });
}

/**
 * For VMs without a report of their own: VMs that a report could not read, because their stored values do not match the
 * host's current facts; and VMs that are re-evaluated.
 */
export async function markSettled(
  client: pg.ClientBase,
  hostId: string,
  ids: string[],
  isSettled: boolean,
): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    "UPDATE vm_runtimes SET is_settled = $3 WHERE host_id = $1 AND id = ANY($2::uuid[]) AND is_settled <> $3",
    [hostId, ids, isSettled],
  );
}

/** Makes the host's next report one on new ground, in which nothing is skipped as unchanged. */
export async function forgetGround(client: pg.ClientBase, hostId: string): Promise<void> {
  await client.query("UPDATE host_reports SET ground = NULL WHERE host_id = $1", [hostId]);
}

/** Deletes the current rows of VMs from the hosts that they left. */
export async function removeCurrentVms(client: pg.ClientBase, hostId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query("DELETE FROM vms WHERE id = ANY($2::uuid[]) AND host_id <> $1", [hostId, ids]);
  await client.query("DELETE FROM integration_services WHERE id = ANY($2::uuid[]) AND host_id <> $1", [
    hostId,
    ids,
  ]);
  await client.query(
    "UPDATE findings SET host_id = $1 WHERE subject_id = ANY($2::uuid[]) AND host_id <> $1",
    [hostId, ids],
  );
}

interface VmColumn {
  name: string;
  type: string;
  /** A list is passed as one string and split in the statement. */
  isList?: true;
  /** The first value is kept. */
  isKept?: true;
  value: (row: CurrentVm) => unknown;
}

/** The columns of a VM's row, each defined once. */
const VM_COLUMNS: readonly VmColumn[] = [
  { name: "host_id", type: "uuid", isKept: true, value: (row) => row.hostId },
  { name: "id", type: "uuid", isKept: true, value: (row) => row.id },
  { name: "vm_id", type: "uuid", isKept: true, value: (row) => row.vmId },
  { name: "role", type: "text", isKept: true, value: (row) => row.role },
  { name: "name", type: "text", value: (row) => row.name },
  { name: "cluster", type: "text", value: (row) => row.cluster },
  { name: "generation", type: "smallint", value: (row) => row.generation },
  { name: "configuration_version", type: "text", value: (row) => row.configurationVersion },
  { name: "state", type: "text", value: (row) => row.state },
  { name: "health", type: "text", value: (row) => row.health },
  { name: "guest_os", type: "text", value: (row) => row.guestOs },
  { name: "guest_os_known_at", type: "timestamptz", value: (row) => row.guestOsKnownAt },
  { name: "tags", type: "text", isList: true, value: (row) => join(row.tags) },
  { name: "search_text", type: "text", value: (row) => row.searchText },
  { name: "words", type: "text", isList: true, value: (row) => join(row.words) },
  { name: "services", type: "text", isList: true, value: (row) => join(row.services) },
  { name: "grounds", type: "jsonb", value: (row) => JSON.stringify(row.grounds) },
  { name: "acceleration", type: "text", isList: true, value: (row) => join(row.acceleration) },
  { name: "ladders", type: "text", isList: true, value: (row) => join(row.ladders) },
  { name: "capabilities", type: "text", isList: true, value: (row) => join(row.capabilities) },
  { name: "conversion", type: "text", value: (row) => row.conversion },
  { name: "conversion_checks", type: "text", isList: true, value: (row) => join(row.conversionChecks) },
  { name: "critical_count", type: "smallint", value: (row) => row.criticalCount },
  { name: "warning_count", type: "smallint", value: (row) => row.warningCount },
  { name: "info_count", type: "smallint", value: (row) => row.infoCount },
  { name: "worst", type: "jsonb", value: (row) => (row.worst ? JSON.stringify(row.worst) : null) },
  { name: "open_rules", type: "text", isList: true, value: (row) => join(row.openRules) },
  { name: "placement", type: "jsonb", value: (row) => JSON.stringify(row.placement) },
  { name: "memory", type: "jsonb", value: (row) => JSON.stringify(row.memory) },
  { name: "verdict_hash", type: "text", value: (row) => row.verdictHash },
  { name: "first_seen_at", type: "timestamptz", isKept: true, value: (row) => row.firstSeenAt },
  { name: "not_running_since", type: "timestamptz", value: (row) => row.notRunningSince },
  { name: "gone_at", type: "timestamptz", value: (row) => row.goneAt },
];

const names = VM_COLUMNS.map(({ name }) => name).join(", ");
const WRITE_VMS = `INSERT INTO vms (${names})
  SELECT ${VM_COLUMNS.map(({ name, isList }) => (isList ? `string_to_array(${name}, chr(31))` : name)).join(", ")}
    FROM unnest(${VM_COLUMNS.map(({ type }, index) => `$${index + 1}::${type}[]`).join(", ")}) AS u (${names})
  ON CONFLICT (host_id, id) DO UPDATE SET
    ${VM_COLUMNS.flatMap(({ name, isKept }) => (isKept ? [] : [`${name} = excluded.${name}`])).join(", ")}`;

export async function writeCurrentVms(client: pg.ClientBase, rows: CurrentVm[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-vms",
    text: WRITE_VMS,
    values: VM_COLUMNS.map(({ value }) => rows.map(value)),
  });
}

export async function writeServices(
  client: pg.ClientBase,
  rows: { hostId: string; id: string; verdicts: ServiceVerdict[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-services",
    text: `INSERT INTO integration_services (host_id, id, verdicts)
           SELECT * FROM ROWS FROM (unnest($1::uuid[], $2::uuid[]), jsonb_array_elements($3))
           ON CONFLICT (host_id, id) DO UPDATE SET verdicts = excluded.verdicts`,
    values: [
      plainArray(rows.map((row) => row.hostId)),
      plainArray(rows.map((row) => row.id)),
      JSON.stringify(rows.map((row) => row.verdicts)),
    ],
  });
}
