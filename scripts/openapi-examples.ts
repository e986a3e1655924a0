// node --import tsx scripts/openapi-examples.ts SERVER TOKEN: saves answers of a running fleet as examples for the API
// description; format the file with oxfmt. Lists are cut to their first entry, and reported facts to the first few.
import { writeFileSync } from "node:fs";
import { z } from "zod";

const [server = "", token = ""] = process.argv.slice(2);
const MAX_FACTS = 8;

const page = z.object({ items: z.array(z.object({ id: z.string(), host: z.object({ id: z.string() }) })) });

async function get(path: string): Promise<unknown> {
  const response = await fetch(new URL(path, server), { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
  return response.json();
}

/** Records with reported facts: a few of their entries are enough as an example. */
const FACTS = new Set([
  "facts",
  "agent",
  "host",
  "physicalAdapters",
  "switches",
  "hostAdapters",
  "teams",
  "smb",
]);

/** Lists with a fixed length. */
const WHOLE = new Set(["bands", "severities", "health", "technologies", "hostTechnologies"]);

/** Keeps the first entry of each list, and the first few reported facts. */
function cut(value: unknown, isOfReport = false, isWhole = false): unknown {
  if (Array.isArray(value))
    return value.slice(0, isWhole ? undefined : 1).map((each) => cut(each, isOfReport));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const isLong = isOfReport && entries.length > MAX_FACTS;
  return Object.fromEntries(
    (isLong ? entries.filter(([, each]) => typeof each !== "object").slice(0, MAX_FACTS) : entries).map(
      ([key, each]) => [key, cut(each, isOfReport, WHOLE.has(key))],
    ),
  );
}

/** Like `cut`, for views with whole reports in their fields. */
function cutView(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const isReference = "name" in value && Object.keys(value).length === 2;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      cut(each, FACTS.has(key) && !isReference, WHOLE.has(key)),
    ]),
  );
}

const { items } = page.parse(await get("/api/v1/vms?generation=1&rule=is.vss&limit=1"));
const [vm] = items;
if (!vm) throw new Error("The fleet has no generation 1 VM with a VSS finding.");
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const PATHS = {
  Fleet: "/api/v1/fleet",
  Vm: `/api/v1/vms/${vm.id}`,
  ClosestName: "/api/v1/vms/closest-name?search=scadda",
  VmFacets: "/api/v1/vms/facets",
  Host: `/api/v1/hosts/${vm.host.id}`,
  HostFacets: "/api/v1/hosts/facets",
  Causes: "/api/v1/findings/causes?severity=critical",
  Network: "/api/v1/network",
  Generations: "/api/v1/generations",
  GenerationPage: "/api/v1/generations/vms?limit=1",
  // A single day, because there are as many ratios as days.
  Compliance: `/api/v1/compliance?from=${yesterday}&to=${yesterday}`,
  DayOfCompliance: `/api/v1/compliance/day?day=${yesterday}`,
  TimeToFix: `/api/v1/compliance/time-to-fix`,
};
const answers: Record<string, unknown> = {};
for (const [name, path] of Object.entries(PATHS)) answers[name] = cutView(await get(path));
writeFileSync(
  new URL("../lib/contract/api/openapi-answers.json", import.meta.url),
  `${JSON.stringify(answers, null, 1)}\n`,
);
