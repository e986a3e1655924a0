// The part of picture.mjs that needs installed packages. Argument: the browser's path, or "own" for Playwright's.
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { startInn } from "../e2e/inn.ts";
import { reportOnce } from "../e2e/mock-fleet.ts";

const [, , executable = "own"] = process.argv;
const inn = await startInn();
try {
  const link = await inn.makeAccount({
    email: "jo@example.com",
    name: "Jo Krüger",
    password: "a-long-password-1",
  });
  const reports = {
    url: inn.url,
    key: await inn.makeKey("Picture"),
    scenario: "demo",
    hosts: 40,
    vmsPerHost: 30,
    state: join(tmpdir(), `innkeeper-picture-${process.pid}.json`),
  } as const;
  // Everything is healthy at first; storage fails after two minutes, and one more report confirms the findings.
  await reportOnce(reports);
  await reportOnce({ ...reports, from: "4m" });
  await reportOnce({ ...reports, from: "6m" });
  rmSync(reports.state, { force: true });

  const browser = await chromium.launch({
    ...(executable === "own" ? {} : { executablePath: executable }),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
  await page.goto(`${inn.url}${link}`);
  await page.goto(`${inn.url}/vms`);
  await page.getByText("host, worst first").waitFor();
  await page.waitForLoadState("networkidle");
  // Once its script runs, the page shows the number of VMs and draws the map on the right.
  await page
    .getByRole("banner")
    .getByText(/^1\D208$/)
    .waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".scroll-map rect").length > 40);
  await page.screenshot({ path: "docs/vms.png" });
  await browser.close();
} finally {
  await inn.stop();
}
