// Reads at 50,000 VMs: filtered and sorted lists, facets and the fleet page's counts, each requested without ETag by one
// client while nothing is stored; then the matrix while 500 hosts report.
import { Agent } from "node:http";
import { z } from "zod";
import { ask, sayTimes } from "./ask.ts";
import { enrolFleet, largeFleet, startBenchInn } from "./inn.ts";
import { postAll, prepareTicks } from "./post-reports.ts";
import { printFigures } from "./print-figures.ts";

const HOSTS = 500;
const TIMES = 150;
const INTERVAL_SECONDS = 300;
const RUNNING = "state=running&generation=2";
const QUESTIONS: readonly (readonly [string, string])[] = [
  ["vms by name", "/api/v1/vms?sort=name&limit=100"],
  ["vms by health, worst first", "/api/v1/vms?sort=health&limit=100"],
  ["vms with heartbeat failed", "/api/v1/vms?service=heartbeat:failed&sort=-name&limit=100"],
  ["vms in warning of one cluster", "/api/v1/vms?health=warning&cluster=CLUSTER&sort=host&limit=100"],
  ["vms found by a part of a name", "/api/v1/vms?search=sql&limit=100"],
  ["vms with a rule's finding", "/api/v1/vms?rule=is.guest-silent&sort=-lastReportedAt&limit=100"],
  ["fleet", "/api/v1/fleet"],
  ["hosts", "/api/v1/hosts?limit=100"],
  ["findings", "/api/v1/findings?limit=100"],
  ["vms with blocked SR-IOV", "/api/v1/vms?acceleration=sr-iov:blocked&limit=100"],
  ["vms with an available vTPM", "/api/v1/vms?capability=vtpm:available&limit=100"],
  ["vms with active VMQ, by findings", "/api/v1/vms?acceleration=vmq:active&sort=-findings&limit=100"],
  ["healthy vms, by guest system", "/api/v1/vms?health=healthy&sort=guestOs&limit=100"],
  ["running vms of generation 2, as in the matrix", `/api/v1/vms?${RUNNING}&sort=hostHealth&limit=100`],
  ["vms found by a part of an address, by cluster", "/api/v1/vms?search=10.&sort=cluster&limit=100"],
  ["filter counts of all vms", "/api/v1/vms/facets"],
  ["filter counts of running vms of generation 2", `/api/v1/vms/facets?${RUNNING}`],
  ["totals of each host, of running vms of generation 2", `/api/v1/vms/bands?${RUNNING}`],
  ["causes", "/api/v1/findings/causes"],
  ["causes of one rule", "/api/v1/findings/causes?rule=is.vss"],
  ["network", "/api/v1/network"],
  ["generations", "/api/v1/generations"],
  ["generation 1 vms", "/api/v1/generations/vms?limit=100"],
];

const tokenAnswer = z.object({ token: z.string() });
const clusterAnswer = z.object({ items: z.array(z.object({ cluster: z.string().nullable() })) });

const inn = await startBenchInn();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
try {
  const fleet = largeFleet(HOSTS, 0.05, INTERVAL_SECONDS);
  const tokens = await enrolFleet(inn, fleet);
  for (let first = 0; first < 2; first += 1) await postAll(inn.url, tokens, prepareTicks(fleet, first, 1));
  const { token } = tokenAnswer.parse(await inn.innkeeper(["api-token", "create", "--name", "bench"]));
  const hosts = clusterAnswer.parse(
    JSON.parse(await ask(inn.url, "/api/v1/hosts?limit=50", { token, agent })),
  );
  const cluster = hosts.items.find((host) => host.cluster !== null)?.cluster ?? "";
  const figures: [string, string][] = [];
  for (const [name, path] of QUESTIONS) {
    const url = path.replace("CLUSTER", encodeURIComponent(cluster));
    figures.push([name, await sayTimes(() => ask(inn.url, url, { token, agent }), TIMES)]);
  }
  const storing = postAll(inn.url, tokens, prepareTicks(fleet, 2, 1));
  figures.push([
    "vms by health while every host reports",
    await sayTimes(() => ask(inn.url, "/api/v1/vms?sort=health&limit=100", { token, agent }), TIMES),
  ]);
  await storing;
  figures.push(["server memory now", `${((await inn.memoryBytes()) / 1e6).toFixed(0)} MB`]);
  figures.push(["server memory, peak", `${((await inn.memoryBytes(true)) / 1e6).toFixed(0)} MB`]);
  printFigures(`Reading at ${fleet.vmCount.toLocaleString("en")} VMs, p50 / p95 of ${TIMES}`, figures);
} finally {
  agent.destroy();
  await inn.stop();
}
