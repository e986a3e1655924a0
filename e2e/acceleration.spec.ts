import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test("from the network's top broken rung to its host, and to the command that fixes it", async ({
  fleet,
  page,
}) => {
  expect(fleet.hosts).toBe(20);
  await page.goto("/network");
  const top = page
    .getByRole("table", { name: /^First broken rungs/ })
    .getByRole("row")
    .nth(1);
  await expect(top.getByRole("cell", { name: "outage", exact: true })).toBeVisible();
  const rung = (await top.getByTitle(/^Requirement: /).innerText()).replace(/^[^:]+: /, "");
  await top.getByRole("link", { name: /^HV-/ }).first().click();

  await expect(page).toHaveURL(/\/hosts\/[^/]+#acceleration$/);
  const technology = page
    .locator("#acceleration")
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "SR-IOV" }) });
  await expect(technology).toContainText(rung);

  // The diagram marks the same part as broken, and leads to the same ladder.
  const plate = page.locator("#wiring").getByRole("link", { name: /virtual switch/ });
  await expect(plate).toContainText(rung);
  await plate.click();
  const group = page.locator("details[open]:target");
  await expect(group).toBeInViewport();
  await group.getByRole("button", { name: "Copy" }).first().click();
  expect(await clipboard(page)).toMatch(/New-VMSwitch .*-EnableIov \$true/);
});

test("a generation 1 VM, from the list to the first command of its plan", async ({ fleet, page }) => {
  expect(fleet.hosts).toBe(20);
  await page.goto("/generations?conversion=ready");
  const list = page.getByRole("table", { name: "Generation 1 VMs" });
  const link = list.getByRole("rowheader").getByRole("link").first();
  const name = await link.innerText();
  await link.click();

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const panel = page.locator("#conversion");
  await expect(panel).toContainText("ready");
  await panel.getByText(/^The plan, \d+ steps in order$/).click();
  const plan = panel.getByRole("list");
  await expect(plan.getByRole("listitem").first()).toContainText("1. ");
  await plan.getByRole("button", { name: "Copy" }).first().click();
  expect(await clipboard(page)).toBe(
    await plan
      .getByLabel(/^Step \d+: /)
      .first()
      .innerText(),
  );
});

test("hosts are filtered by a technology and its status, and the address keeps the filter", async ({
  fleet,
  page,
}) => {
  expect(fleet.hosts).toBe(20);
  await page.goto("/hosts");
  const filter = page.getByRole("button", { name: /^SR-IOV configured: \d+$/ });
  await expect(filter).toBeVisible();
  const [count = ""] = /\d+$/.exec((await filter.textContent()) ?? "") ?? [];
  // A time shows its exact moment once the browser has hydrated the page; a click before that is lost.
  await expect(page.getByRole("main").locator("time[title]").first()).toBeVisible();
  await filter.click();
  await expect(page).toHaveURL(/acceleration=sr-iov(:|%3A)configured/);
  await expect(page.getByText(new RegExp(`^${count}: `))).toBeVisible();
  const rows = page
    .getByRole("table", { name: "Hosts" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") });
  await expect(rows.first().getByRole("img", { name: /^SR-IOV: configured/ })).toBeVisible();

  await page.reload();
  await expect(page.getByText(new RegExp(`^${count}: `))).toBeVisible();
  await page.getByRole("button", { name: "Remove SR-IOV configured" }).click();
  await expect(page).not.toHaveURL(/acceleration=/);
  await expect(page.getByRole("link", { name: /^All \d+$/ })).toHaveAttribute("aria-current", "page");
});
