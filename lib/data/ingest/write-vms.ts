import "server-only";
import type pg from "pg";
import type { IsoTime, VmFacts } from "@/lib/domain/facts.ts";
import type { ServiceVerdict } from "@/lib/domain/judgement.ts";
import type { CurrentVm } from "./vm-state.ts";

export interface ObservationWrite {
  id: string;
  vmId: string;
  role: string;
  contentHash: string;
  /** Without the runtime numbers. */
  facts: object;
  isRealised: boolean;
  isRunning: boolean;
  state: string | null;
  firstReportedAt: IsoTime;
  missingReports: number;
}

/** Sightings that changed though the VM's content did not: it was left out, or came back. */
export interface SightingWrite {
  id: string;
  firstReportedAt: IsoTime;
  missingReports: number;
}

// Lists inside a column travel as one string: unnest would flatten an array of arrays.
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
           SELECT $1, u.* FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::bool[], $8::bool[],
                                      $9::text[], $10::timestamptz[], $11::smallint[]) AS u
           ON CONFLICT (host_id, id) DO UPDATE SET
             content_hash = excluded.content_hash, facts = excluded.facts, is_realised = excluded.is_realised,
             is_running = excluded.is_running, state = excluded.state,
             first_reported_at = excluded.first_reported_at, missing_reports = excluded.missing_reports`,
    values: [
      hostId,
      rows.map((row) => row.id),
      rows.map((row) => row.vmId),
      rows.map((row) => row.role),
      rows.map((row) => row.contentHash),
      rows.map((row) => JSON.stringify(row.facts)),
      rows.map((row) => row.isRealised),
      rows.map((row) => row.isRunning),
      rows.map((row) => row.state),
      rows.map((row) => row.firstReportedAt),
      rows.map((row) => row.missingReports),
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

export interface RuntimeWrite extends Pick<
  VmFacts,
  "uptimeSeconds" | "cpuUsagePercent" | "memoryAssignedBytes" | "memoryDemandBytes"
> {
  id: string;
  isRunning: boolean;
  isSettled: boolean;
}

/** The one statement of a report that nothing changed in: narrow rows, no index touched. */
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
      rows.map((row) => row.id),
      rows.map((row) => row.isRunning),
      rows.map((row) => row.uptimeSeconds),
      rows.map((row) => row.cpuUsagePercent),
      rows.map((row) => row.memoryAssignedBytes),
      rows.map((row) => row.memoryDemandBytes),
      rows.map((row) => row.isSettled),
    ],
  });
}

/** VMs that a report could not read: what is known of them is not by the facts that the host tells now. */
export async function unsettle(client: pg.ClientBase, hostId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    "UPDATE vm_runtimes SET is_settled = false WHERE host_id = $1 AND id = ANY($2::uuid[]) AND is_settled",
    [hostId, ids],
  );
}

/** Takes the current rows of VMs away from the hosts that they left. */
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

export async function writeCurrentVms(client: pg.ClientBase, rows: CurrentVm[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "write-vms",
    text: `INSERT INTO vms (host_id, id, vm_id, role, name, cluster, generation, configuration_version, state, health,
                            guest_os, guest_os_known_at, tags, search_text, words, services, grounds, critical_count,
                            warning_count, info_count, worst, open_rules, placement, memory, verdict_hash, first_seen_at,
                            not_running_since, gone_at)
           SELECT host_id, id, vm_id, role, name, cluster, generation, configuration_version, state, health,
                  guest_os, guest_os_known_at, string_to_array(tags, chr(31)), search_text,
                  string_to_array(words, chr(31)), string_to_array(services, chr(31)), grounds, critical_count,
                  warning_count, info_count, worst, string_to_array(open_rules, chr(31)), placement, memory,
                  verdict_hash, first_seen_at, not_running_since, gone_at
             FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::smallint[],
                         $8::text[], $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::text[], $14::text[],
                         $15::text[], $16::text[], $17::jsonb[], $18::smallint[], $19::smallint[], $20::smallint[],
                         $21::jsonb[], $22::text[], $23::jsonb[], $24::jsonb[], $25::text[], $26::timestamptz[],
                         $27::timestamptz[], $28::timestamptz[])
               AS u (host_id, id, vm_id, role, name, cluster, generation, configuration_version, state, health,
                     guest_os, guest_os_known_at, tags, search_text, words, services, grounds, critical_count,
                     warning_count, info_count, worst, open_rules, placement, memory, verdict_hash, first_seen_at,
                     not_running_since, gone_at)
           ON CONFLICT (host_id, id) DO UPDATE SET
             name = excluded.name, cluster = excluded.cluster, generation = excluded.generation,
             configuration_version = excluded.configuration_version, state = excluded.state, health = excluded.health,
             guest_os = excluded.guest_os, guest_os_known_at = excluded.guest_os_known_at, tags = excluded.tags,
             open_rules = excluded.open_rules, search_text = excluded.search_text, words = excluded.words, services = excluded.services,
             grounds = excluded.grounds, critical_count = excluded.critical_count,
             warning_count = excluded.warning_count, info_count = excluded.info_count, worst = excluded.worst,
             placement = excluded.placement, memory = excluded.memory, verdict_hash = excluded.verdict_hash,
             not_running_since = excluded.not_running_since, gone_at = excluded.gone_at`,
    values: [
      rows.map((row) => row.hostId),
      rows.map((row) => row.id),
      rows.map((row) => row.vmId),
      rows.map((row) => row.role),
      rows.map((row) => row.name),
      rows.map((row) => row.cluster),
      rows.map((row) => row.generation),
      rows.map((row) => row.configurationVersion),
      rows.map((row) => row.state),
      rows.map((row) => row.health),
      rows.map((row) => row.guestOs),
      rows.map((row) => row.guestOsKnownAt),
      rows.map((row) => join(row.tags)),
      rows.map((row) => row.searchText),
      rows.map((row) => join(row.words)),
      rows.map((row) => join(row.services)),
      rows.map((row) => JSON.stringify(row.grounds)),
      rows.map((row) => row.criticalCount),
      rows.map((row) => row.warningCount),
      rows.map((row) => row.infoCount),
      rows.map((row) => (row.worst ? JSON.stringify(row.worst) : null)),
      rows.map((row) => join(row.openRules)),
      rows.map((row) => JSON.stringify(row.placement)),
      rows.map((row) => JSON.stringify(row.memory)),
      rows.map((row) => row.verdictHash),
      rows.map((row) => row.firstSeenAt),
      rows.map((row) => row.notRunningSince),
      rows.map((row) => row.goneAt),
    ],
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
           SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::jsonb[])
           ON CONFLICT (host_id, id) DO UPDATE SET verdicts = excluded.verdicts`,
    values: [
      rows.map((row) => row.hostId),
      rows.map((row) => row.id),
      rows.map((row) => JSON.stringify(row.verdicts)),
    ],
  });
}
