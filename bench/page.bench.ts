// The first load of /vms in a real browser: transferred JavaScript, rows in the DOM, time to the largest contentful paint.
import { chromium } from "@playwright/test";
import { enrolFleet, largeFleet, startBenchInn } from "./inn.ts";
import { postAll, prepareTicks } from "./post-reports.ts";
import { printFigures } from "./print-figures.ts";
import { makeSignInLink } from "./sign-in-link.ts";

const HOSTS = Number(process.argv[2] ?? 50);
const kB = (size: number) => (size / 1000).toFixed(1);
const executablePath = process.env["TEST_CHROMIUM"];

const inn = await startBenchInn();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
try {
  const fleet = largeFleet(HOSTS, 0);
  const tokens = await enrolFleet(inn, fleet);
  await postAll(inn.url, tokens, prepareTicks(fleet, 0, 1));
  const signedIn = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const first = await signedIn.newPage();
  await first.goto(await makeSignInLink(inn));
  await first.waitForURL((url) => !url.pathname.includes("sign-in"));
  const storageState = await signedIn.storageState();
  const load = async (encodings: string) => {
    const extraHTTPHeaders = { "accept-encoding": encodings };
    const fresh = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      storageState,
      extraHTTPHeaders,
    });
    const page = await fresh.newPage();
    const devtools = await fresh.newCDPSession(page);
    await devtools.send("Network.enable");
    const scripts = new Set<string>();
    let bytes = 0;
    let bodyBytes = 0;
    devtools.on("Network.responseReceived", ({ requestId, type, response }) => {
      if (type !== "Script") return;
      scripts.add(requestId);
      bodyBytes += Number(response.headers["content-length"]);
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${inn.url}/vms`, { waitUntil: "networkidle" });
    return { page, sent: `${kB(bodyBytes)} kB in ${scripts.size} files, ${kB(bytes)} with their headers` };
  };
  const { sent: gzip } = await load("gzip");
  const { page, sent: brotli } = await load("gzip, br");
  const rows = await page.locator("[role=row]").count();
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  printFigures(`First load of /vms with ${fleet.vmCount.toLocaleString("en")} VMs`, [
    ["JavaScript over the wire, gzip", gzip],
    ["the same as brotli, as browsers ask for where there is TLS", brotli],
    ["rows in the DOM", String(rows)],
    ["largest contentful paint", `${paint.toFixed(0)} ms`],
  ]);
} finally {
  await browser.close();
  await inn.stop();
}
