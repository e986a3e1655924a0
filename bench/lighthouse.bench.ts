// Lighthouse scores of the fleet page and the matrix, signed in: a desktop with a fast connection, and a phone. Lighthouse
// is downloaded by npx, which keeps its hundred packages out of ours. Requires Chromium.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { z } from "zod";
import { enrolFleet, largeFleet, startBenchInn } from "./inn.ts";
import { postAll, prepareTicks } from "./post-reports.ts";
import { printFigures } from "./print-figures.ts";
import { makeSignInLink } from "./sign-in-link.ts";

const HOSTS = Number(process.argv[2] ?? 50);
const PAGES = ["/", "/vms"];
const DEVICES = { desktop: ["--preset=desktop"], telephone: [] };
const CHROME_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic";

const run = promisify(execFile);
const report = z.object({
  categories: z.object({
    performance: z.object({ score: z.number().nullable() }),
    accessibility: z.object({ score: z.number().nullable() }),
    "best-practices": z.object({ score: z.number().nullable() }),
  }),
  audits: z.object({
    "largest-contentful-paint": z.object({ numericValue: z.number() }),
    "total-blocking-time": z.object({ numericValue: z.number() }),
    "cumulative-layout-shift": z.object({ numericValue: z.number() }),
  }),
});

const inn = await startBenchInn();
try {
  const fleet = largeFleet(HOSTS, 0);
  const tokens = await enrolFleet(inn, fleet);
  await postAll(inn.url, tokens, prepareTicks(fleet, 0, 1));
  const cookie = await signIn(await makeSignInLink(inn));
  const figures: [string, string][] = [];
  for (const page of PAGES)
    for (const [device, flags] of Object.entries(DEVICES))
      figures.push([`${page}, ${device}`, await measure(inn.url + page, cookie, flags)]);
  printFigures(
    `Lighthouse with ${fleet.vmCount.toLocaleString("en")} VMs: performance / accessibility / best practices`,
    figures,
  );
} finally {
  await inn.stop();
}

/** @returns the cookies after following the link */
async function signIn(link: string): Promise<string> {
  const executablePath = process.env["TEST_CHROMIUM"];
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: CHROME_FLAGS.split(" ").slice(1),
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
  const cookies = await context.cookies();
  await browser.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

async function measure(url: string, cookie: string, flags: readonly string[]): Promise<string> {
  const { stdout } = await run(
    "npx",
    [
      "--yes",
      "lighthouse@12",
      url,
      "--quiet",
      "--output=json",
      "--only-categories=performance,accessibility,best-practices",
      `--chrome-flags=${CHROME_FLAGS}`,
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      ...flags,
    ],
    {
      env: { ...process.env, CHROME_PATH: process.env["TEST_CHROMIUM"] ?? chromium.executablePath() },
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === "win32",
    },
  );
  const { categories, audits } = report.parse(JSON.parse(stdout));
  const score = (category: keyof typeof categories) =>
    ((categories[category].score ?? Number.NaN) * 100).toFixed(0);
  const seconds = (audit: keyof typeof audits) => (audits[audit].numericValue / 1000).toFixed(1);
  return `${score("performance")} / ${score("accessibility")} / ${score("best-practices")}; largest paint ${seconds("largest-contentful-paint")} s, blocked ${audits["total-blocking-time"].numericValue.toFixed(0)} ms, shift ${audits["cumulative-layout-shift"].numericValue.toFixed(3)}`;
}
