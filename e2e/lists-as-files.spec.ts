import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Downloads the displayed list as CSV, and reads the file. */
async function takeAway(page: Page): Promise<{ file: Download; head: string; names: string[] }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV" }).click(),
  ]);
  const [head = "", ...lines] = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  return { file, head, names: lines.map((line) => line.split(",")[0] ?? "") };
}

test("hosts are found by an adapter, and exported as displayed", async ({ fleet, page }) => {
  expect(fleet.hosts).toBeGreaterThan(1);
  await page.goto("/hosts");
  const names = page.getByRole("table", { name: "Hosts" }).getByRole("rowheader").getByRole("link");
  await expect(names.first()).toBeVisible();
  const all = await names.count();

  // Before its script runs a page does not hear keys.
  await expect(page.locator("html[data-keys=heard]")).toBeAttached();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: /^Search the hosts/ })).toBeFocused();
  await page.keyboard.type("connectx-6");
  await expect(page).toHaveURL(/search=connectx-6/);
  await expect.poll(() => names.count()).toBeLessThan(all);
  await expect(names.first()).toBeVisible();
  const seen = await names.allTextContents();

  const { file, head, names: taken } = await takeAway(page);
  expect(file.suggestedFilename()).toMatch(/^hosts-\d{4}-\d\d-\d\d\.csv$/);
  expect(head).toMatch(/^\uFEFFhost,FQDN,cluster,freshness,/);
  expect(taken).toEqual(seen);

  await page.getByRole("searchbox", { name: /^Search the hosts/ }).press("Escape");
  await expect.poll(() => names.count()).toBe(all);
});

test("selected VMs are exported, in the order of the matrix", async ({ fleet, page }) => {
  expect(fleet.vms).toBeGreaterThan(200);
  await page.goto("/vms?health=critical");
  const rows = page
    .getByRole("grid")
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox") });
  const ticked = [rows.nth(2), rows.nth(1)];
  for (const row of ticked) await row.getByRole("checkbox").check();
  await expect(page.getByText("2 VMs selected")).toBeVisible();

  const { file, head, names } = await takeAway(page);
  expect(file.suggestedFilename()).toMatch(/^vms-\d{4}-\d\d-\d\d\.csv$/);
  expect(head).toMatch(/^\uFEFFVM,host,cluster,freshness,/);
  const seen = await Promise.all(ticked.map((row) => row.getByRole("rowheader").innerText()));
  expect(names).toEqual(seen.toReversed());
});

test("generation 1 VMs are exported as listed", async ({ fleet, page }) => {
  expect(fleet.vms).toBeGreaterThan(200);
  await page.goto("/generations?conversion=caution");
  const names = page.getByRole("table", { name: "Generation 1 VMs" }).locator("th[scope=row] > a");
  await expect(names.first()).toBeVisible();
  const seen = await names.allTextContents();

  const { file, head, names: taken } = await takeAway(page);
  expect(file.suggestedFilename()).toMatch(/^generation-1-vms-\d{4}-\d\d-\d\d\.csv$/);
  expect(head).toMatch(/^\uFEFFVM,host,cluster,freshness,/);
  expect(taken).toEqual(seen);
});
