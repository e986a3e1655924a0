import { getDatabase } from "@/lib/data/database.ts";

/** A digest of every row of every table: two equal digests mean that nothing was stored in between. */
export async function digestOfAllRows(): Promise<string> {
  const { pool } = getDatabase();
  const { rows: tables } = await pool.query<{ name: string }>(
    "SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const digests = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS digest FROM ${name} t`,
  );
  const { rows } = await pool.query<{ name: string; digest: string | null }>(
    `${digests.join(" UNION ALL ")} ORDER BY name`,
  );
  return rows.map(({ name, digest }) => `${name} ${digest ?? "empty"}`).join("\n");
}

/** Invariants between the tables written by one report, each as a query for violating rows. */
const INVARIANTS: Readonly<Record<string, string>> = {
  "a report without a receipt, or a receipt without a report": `
    SELECT coalesce(r.host_id, s.host_id)::text AS row FROM host_reports r
      FULL JOIN (SELECT DISTINCT host_id FROM snapshot_receipts) s USING (host_id)
     WHERE r.host_id IS NULL OR s.host_id IS NULL`,
  "an observation without its numbers": `
    SELECT o.id::text AS row FROM vm_observations o LEFT JOIN vm_runtimes t USING (host_id, id) WHERE t.id IS NULL`,
  "a VM that its host never saw": `
    SELECT v.id::text AS row FROM vms v LEFT JOIN vm_observations o USING (host_id, id) WHERE o.id IS NULL`,
  "an observed VM that is nowhere": `
    SELECT o.id::text AS row FROM vm_observations o WHERE NOT EXISTS (SELECT FROM vms v WHERE v.id = o.id)`,
  "a VM in two places": "SELECT id::text AS row FROM vms GROUP BY id HAVING count(*) > 1",
  "a VM whose verdicts are not those of its row": `
    SELECT v.id::text AS row FROM vms v LEFT JOIN integration_services s USING (host_id, id)
     WHERE s.id IS NULL
        OR v.services <> (SELECT array_agg(verdict ->> 'status' ORDER BY place)
                            FROM jsonb_array_elements(s.verdicts) WITH ORDINALITY AS e (verdict, place))`,
  "a VM that counts other findings than are open, or than a retirement ended": `
    SELECT v.id::text AS row FROM vms v JOIN hosts h ON h.id = v.host_id
     WHERE (v.critical_count, v.warning_count, v.info_count) <> (
       SELECT count(*) FILTER (WHERE severity = 'critical'), count(*) FILTER (WHERE severity = 'warning'),
              count(*) FILTER (WHERE severity = 'info')
         FROM findings f
        WHERE f.host_id = v.host_id AND (f.subject_id = v.id OR v.id = ANY (f.touched_ids)) AND f.frozen_at IS NULL
          AND (f.resolved_at IS NULL OR (v.gone_at = h.retired_at AND f.resolved_at = h.retired_at)))`,
  "a finding of a VM that is not there": `
    SELECT f.id::text AS row FROM findings f LEFT JOIN vms v ON v.host_id = f.host_id AND v.id = f.subject_id
     WHERE f.subject_id IS NOT NULL AND f.resolved_at IS NULL AND v.id IS NULL`,
  "a finding that the log did not see open": `
    SELECT f.id::text AS row FROM findings f
     WHERE NOT EXISTS (SELECT FROM changes c WHERE c.kind = 'finding' AND c.field = f.rule AND c.to_value = 'open'
                          AND c.subject_id IS NOT DISTINCT FROM f.subject_id AND c.at = f.opened_at)`,
  "counts of a host that are not its VMs": `
    SELECT r.host_id::text AS row FROM host_reports r LEFT JOIN host_rollups u USING (host_id)
     WHERE coalesce((u.counts ->> 'vms')::int, -1)
        <> (SELECT count(*) FROM vms v WHERE v.host_id = r.host_id AND v.gone_at IS NULL)`,
};

/** Descriptions of partially stored reports; empty if every report was stored completely. */
export async function tornRows(): Promise<string[]> {
  const parts = Object.entries(INVARIANTS).map(
    ([words, text]) => `SELECT '${words}: ' || row AS broken FROM (${text}) AS x`,
  );
  const { rows } = await getDatabase().pool.query<{ broken: string }>(parts.join(" UNION ALL "));
  return rows.map(({ broken }) => broken);
}
