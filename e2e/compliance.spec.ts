import { readFileSync } from "node:fs";
import { expect, expectSound, test } from "./fixtures.ts";
import { reportOnce } from "./mock-fleet.ts";

/** Each printed page is a separate object in the file. */
function countSheets(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test.use({ innOf: "a fleet with a past" });

test("a range is selected, a bad day opened, and its VMs reached", async ({ inn, page }) => {
  await reportOnce({
    url: inn.url,
    key: await inn.makeKey("Past"),
    scenario: "neglected",
    hosts: 3,
    vmsPerHost: 6,
    past: { days: 60, dataDir: inn.dataDir },
  });
  await page.goto("/compliance");
  const days = page.getByRole("table", { name: "VMs by day, newest first" });
  await expect(days.getByRole("row", { name: /no reports/ }).first()).toBeVisible();
  await expect(page.locator(".recharts-surface")).toHaveCount(4);
  const fixes = page.getByRole("table", { name: "Findings by how long they were open" });
  await expect(fixes.getByRole("columnheader", { name: "> 4 w" })).toBeVisible();
  await expectSound(page);

  // On either paper size the report fits on one page.
  for (const format of ["A4", "Letter"])
    expect(countSheets(await page.pdf({ format, landscape: true, preferCSSPageSize: true }))).toBe(1);

  const count = await days.getByRole("row").count();
  await page.getByRole("button", { name: "30 days" }).click();
  await expect(page).toHaveURL(/range=30/);
  await expect(days.getByRole("row")).toHaveCount(31);
  expect(count).toBeGreaterThan(31);

  await page.getByRole("button", { name: /^By:/ }).click();
  await page.getByRole("menuitemradio", { name: "Host" }).click();
  await expect(page.getByRole("table", { name: "Hosts, worst first" })).toBeVisible();

  await page.getByRole("button", { name: "CSV" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /^Days/ }).click(),
  ]);
  const text = readFileSync(await file.path(), "utf8");
  expect(text.split("\r\n").filter((line) => /^\d{4}-/.test(line))).toHaveLength(30);

  const known = days.getByRole("row", { name: /all hosts/ }).first();
  await known.getByRole("button").click();
  await expect(page).toHaveURL(/day=\d{4}-\d{2}-\d{2}/);
  const day = new URL(page.url()).searchParams.get("day") ?? "";
  await page.reload();
  await expect(page.getByRole("table", { name: "Hosts on this day, worst first" })).toBeVisible();

  // Also outside the range, and before the first recorded day.
  await page.getByRole("button", { name: "Any past day…" }).click();
  await page.getByRole("textbox", { name: /^Day/ }).fill("2020-02-29");
  await page.getByRole("button", { name: "Show this day" }).click();
  await expect(page.getByText(/^No data for this day/)).toBeVisible();
  await page.getByRole("button", { name: "Any past day…" }).click();
  await page.getByRole("textbox", { name: /^Day/ }).fill(day);
  await page.getByRole("button", { name: "Show this day" }).click();
  await expect(page).toHaveURL(new RegExp(`day=${day}`));
  await page
    .getByRole("listitem")
    .filter({ hasText: "Not compliant" })
    .getByRole("link", { name: "Not compliant", exact: true })
    .click();
  await expect(page).toHaveURL(/\/vms\?health=critical&health=warning/);
  await expect(page.getByRole("grid").getByRole("rowheader").first()).toBeVisible();
});
