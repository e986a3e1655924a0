import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";

test("hosts are found by an adapter, and taken away as a file as they are seen", async ({ fleet, page }) => {
  expect(fleet.hosts).toBeGreaterThan(1);
  await page.goto("/hosts");
  const names = page.getByRole("table", { name: "Hosts" }).getByRole("rowheader").getByRole("link");
  await expect(names.first()).toBeVisible();
  const all = await names.count();

  await page.keyboard.press("/");
  await page.keyboard.type("connectx-6");
  await expect(page).toHaveURL(/search=connectx-6/);
  await expect.poll(() => names.count()).toBeLessThan(all);
  await expect(names.first()).toBeVisible();
  const seen = await names.allTextContents();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^hosts-\d{4}-\d\d-\d\d\.csv$/);
  const [head = "", ...lines] = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(head).toMatch(/^\uFEFFhost,FQDN,cluster,freshness,/);
  expect(lines.map((line) => line.split(",")[0])).toEqual(seen);

  await page.getByRole("searchbox", { name: /^Search the hosts/ }).press("Escape");
  await expect.poll(() => names.count()).toBe(all);
});
