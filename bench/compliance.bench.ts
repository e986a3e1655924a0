// A year of compliance: 500 hosts report once, their day is copied over a year, 200,000 findings are marked as fixed in it,
// and the product sums it. Then one client requests the year by cluster, host, tag and rule, one day, and the times to
// fix, without ETag; and once right after a day was summed again.
import { Agent } from "node:http";
import { z } from "zod";
import { ask, sayTimes, timeOf } from "./ask.ts";
import { enrolFleet, largeFleet, startBenchInn } from "./inn.ts";
import { postAll, prepareTicks } from "./post-reports.ts";
import { printFigures } from "./print-figures.ts";

const HOSTS = Number(process.argv[2] ?? 500);
const DAYS = 365;
const TIMES = 150;
const GROUPS = ["cluster", "host", "tag", "rule"];
/** Four per VM and year, lasting from a minute to some weeks. */
const FIXES = HOSTS * 400;

const tokenAnswer = z.object({ token: z.string() });

const inn = await startBenchInn();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
try {
  const fleet = largeFleet(HOSTS, 0);
  const tokens = await enrolFleet(inn, fleet);
  await postAll(inn.url, tokens, prepareTicks(fleet, 0, 1));
  await inn.pool.query(
    `INSERT INTO host_days (host_id, day, counts, cluster, last_reported_at, interval_seconds)
     SELECT host_id, day - back, counts, cluster, (day - back + 1)::timestamp AT TIME ZONE 'UTC' - interval '1 minute', 60
       FROM host_days CROSS JOIN generate_series(1, $1::int) AS back
     ON CONFLICT DO NOTHING`,
    [DAYS],
  );
  await inn.pool.query(
    `INSERT INTO findings (host_id, id, rule, severity, summary, evidence, remedies, opened_at, confirmed_at, resolved_at, resolution)
     SELECT f.host_id, gen_random_uuid(), f.rule, f.severity, f.summary, f.evidence, f.remedies,
            f.at - interval '1 minute' * 10 ^ (4.5 * random()), f.at - interval '1 minute', f.at, 'mended'
       FROM (SELECT f.*, current_date - random() * $2::int * interval '1 day' AS at
               FROM (SELECT * FROM findings ORDER BY id LIMIT 1000) f CROSS JOIN generate_series(1, $1::int / 1000)) f`,
    [FIXES, DAYS],
  );
  const summingMs = await timeOf(() => inn.innkeeper(["import-reports"]));
  const { token } = tokenAnswer.parse(await inn.innkeeper(["api-token", "create", "--name", "bench"]));
  const from = new Date(Date.now() - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
  const figures: [string, string][] = [["summing the year, once", `${(summingMs / 1000).toFixed(1)} s`]];
  const questions = [
    ...GROUPS.map((group) => ({ name: `a year by ${group}`, path: `?from=${from}&groupBy=${group}` })),
    ...GROUPS.map((group) => ({ name: `a day by ${group}`, path: `/day?groupBy=${group}` })),
    { name: "times to fix of a year", path: `/time-to-fix?from=${from}` },
  ];
  for (const { name, path } of questions) {
    const question = () => ask(inn.url, `/api/v1/compliance${path}`, { token, agent });
    await inn.pool.query(
      "UPDATE compliance_days SET summed_at = clock_timestamp() WHERE day = current_date - 1",
    );
    const firstMs = await timeOf(question);
    figures.push([name, await sayTimes(question, TIMES)]);
    figures.push([`${name}, a day newly summed`, `${firstMs.toFixed(0)} ms`]);
  }
  printFigures(
    `A year of compliance at ${fleet.vmCount.toLocaleString("en")} VMs, p50 / p95 of ${TIMES}`,
    figures,
  );
} finally {
  agent.destroy();
  await inn.stop();
}
