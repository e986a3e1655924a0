import { EventEmitter, once } from "node:events";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** The focused column, and the content of its cell. */
function focused(page: Page) {
  return page.locator("[data-column]:focus");
}

/** Opens a page and waits until shortcuts work: it is visible before that. */
async function openForKeys(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html[data-keys=heard]")).toBeAttached();
}

test("through the matrix without a mouse: to a cell, its evidence, its fix, its VM and back", async ({
  fleet,
  page,
}) => {
  expect(fleet.vms).toBeGreaterThan(200);
  const grid = page.getByRole("grid");
  await openForKeys(page, "/vms");
  await expect(grid.getByRole("rowheader").first()).toBeVisible();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: /^Search the VMs/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveAttribute("data-column", "name");

  // The first line is the band of the worst host; its lead is one cell, however many columns it spans.
  await page.keyboard.press("End");
  await expect(focused(page)).toHaveAttribute("data-column", "lastReportedAt");
  await page.keyboard.press("Home");
  await expect(focused(page)).toHaveAttribute("data-column", "name");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await expect(focused(page)).toHaveAttribute("data-column", "select");

  await page.keyboard.press("Space");
  await expect(page.getByText("1 VM selected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("1 VM selected")).toHaveCount(0);

  await page.keyboard.press("Control+End");
  await expect(focused(page)).toHaveAttribute("data-column", "lastReportedAt");
  await expect(grid.getByRole("row").last()).toBeInViewport();
  await page.keyboard.press("Control+Home");
  await expect(page.locator('[data-line="0"] [data-column]:focus')).toBeVisible();

  await page.keyboard.press("]");
  const card = page.getByRole("complementary", { name: "Cell details" });
  await expect(card).toContainText(/: (failed|degraded|disabled)/);
  await expect(card).toContainText("Run on");
  const line = grid.locator('[role="row"]', { has: focused(page) });
  const name = await line.getByRole("rowheader").innerText();
  await page.keyboard.press("c");
  await expect(page.getByText(`Copied the fix for ${name}`)).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await card.getByLabel(/^Command to run on/).innerText(),
  );
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goBack();
  await expect(grid).toBeVisible();
});

test("a host is folded, a column sorted and a filter set and removed from the keyboard", async ({
  fleet,
  page,
}) => {
  expect(fleet.hosts).toBe(20);
  const names = page.getByRole("grid").getByRole("rowheader");
  await openForKeys(page, "/vms");
  await expect(names.first()).toBeVisible();
  const first = await names.first().innerText();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: /^Search the VMs/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveAttribute("data-column", "name");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/fold=/);
  await expect(names.filter({ hasText: first })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/fold=/);
  await expect(names.first()).toHaveText(first);

  await page.getByRole("columnheader", { name: "Name" }).getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");

  await page
    .getByRole("complementary", { name: "Filters" })
    .getByRole("button", { name: /^Critical/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/health=critical/);
  await expect(names).toHaveCount(fleet.health.critical);
  await page.getByRole("button", { name: /^Remove the filter/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/health=/);

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: /^Search the VMs/ })).toBeFocused();
  await page.keyboard.type(first);
  await expect(page).toHaveURL(/search=/);
  await expect(names).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/search=/);
});

test("shortcuts of every page: the palette, the list of shortcuts, going to a page", async ({
  fleet,
  page,
}) => {
  expect(fleet.hosts).toBe(20);
  await openForKeys(page, "/");
  await expect(page.getByRole("heading", { name: "Open causes" })).toBeVisible();

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go anywhere" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("HV-NUE-07");
  await expect(palette.getByRole("option").first()).toContainText("HV-NUE-07");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "HV-NUE-07" })).toBeVisible();
  await expect(palette).toHaveCount(0);

  const holding = new EventEmitter();
  await page.route(/\/api\/v1\/hosts\?.*search=hv-nue-07/, async (route) => {
    await once(holding, "over");
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("hv-nue-07");
  await expect(palette.getByText("Searching")).toBeVisible();
  holding.emit("over");
  await expect(palette.getByRole("option").first()).toContainText("HV-NUE-07");
  await page.keyboard.press("Escape");
  await page.keyboard.type("nothing of the kind");
  await page.keyboard.press("Escape");
  await expect(palette.getByRole("combobox")).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toHaveCount(0);

  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await expect(page).toHaveURL(/\/hosts$/);
});

/** The focused element, and whether its focus is visible. */
interface Stop {
  key: string;
  name: string;
  isSeen: boolean;
}

/** Tabs through the page to its end, or around it, and reports every stop. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops = new Map<string, Stop>();
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((number): Stop | null => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
        return null;
      element.dataset["stop"] ??= String(number);
      const { left, top, width, height } = element.getBoundingClientRect();
      const marked = element.closest("form:focus-within") ?? element;
      const isMarked = [element, marked].some((each) => getComputedStyle(each).outlineStyle !== "none");
      const isOnScreen = top + height > 0 && top < innerHeight && left + width > 0 && left < innerWidth;
      return {
        key: element.dataset["stop"],
        name: `${element.tagName} ${element.ariaLabel ?? element.textContent}`.slice(0, 60),
        isSeen: isMarked && isOnScreen,
      };
    }, stops.size);
    if (stop === null || stops.has(stop.key)) return [...stops.values()];
    stops.set(stop.key, stop);
  }
}

test("every tab stop is visible: marked, on the screen, and on an element with an action", async ({
  fleet,
  page,
}) => {
  const host = fleet.hostMap.find(({ name }) => name === "HV-LNZ-01");
  for (const path of ["/", "/compliance", `/hosts/${host?.id}`, "/docs/api"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (path === "/compliance") await expect(page.locator(".recharts-surface")).toHaveCount(3);
    if (path === "/docs/api")
      await expect(page.getByRole("searchbox", { name: "Search operations" })).toBeVisible();
    const stops = await tabThrough(page);
    expect(stops.length, path).toBeGreaterThan(20);
    expect(
      stops.filter(({ isSeen }) => !isSeen),
      path,
    ).toEqual([]);
  }
});

test("Escape closes what covers a page, and focus returns to where it was", async ({ fleet, page }) => {
  expect(fleet.hosts).toBe(20);
  await openForKeys(page, "/hosts");
  const enrol = page.getByRole("button", { name: "Enrol a host" });
  await enrol.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name of this key")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(enrol).toBeFocused();

  const csv = page.getByRole("button", { name: "CSV" });
  for (const { keys, name } of [
    { keys: "?", name: "Keys" },
    { keys: "Control+k", name: "Go anywhere" },
  ]) {
    await csv.focus();
    await page.keyboard.press(keys);
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name })).toHaveCount(0);
    await expect(csv).toBeFocused();
  }

  await page.goto("/settings/agents");
  const retire = page.getByRole("button", { name: "Retire HV-NUE-07" });
  await retire.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Retire HV-NUE-07?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(retire).toBeFocused();
});

test("a link within a page is one step back, and the page before it another", async ({ fleet, page }) => {
  expect(fleet.hosts).toBe(20);
  await openForKeys(page, "/hosts");
  await page.getByRole("link", { name: /^HV-/ }).first().click();
  const host = page.getByRole("heading", { level: 1, name: /^HV-/ });
  await expect(host).toBeVisible();
  const path = new URL(page.url()).pathname;
  await page.locator('main a[href^="#ladders-"]').first().click();
  await expect(page).toHaveURL(/#ladders-/);
  await page.getByRole("link", { name: "Findings", exact: true }).click();
  await expect(page).toHaveURL(/\/findings$/);
  await expect(page.getByRole("heading", { level: 1, name: /^HV-/ })).toHaveCount(0);

  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${path}#ladders-`));
  await expect(host).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await page.goBack();
  await expect(page).toHaveURL(/\/hosts$/);
  await expect(page.getByRole("grid").or(page.getByRole("table")).first()).toBeVisible();
});

test("Back returns to where a list was scrolled, and a link to its top", async ({ fleet, page }) => {
  const main = page.getByRole("main");
  const scrolled = () => main.evaluate((element) => element.scrollTop);
  await openForKeys(page, "/hosts");
  const hosts = main.getByRole("row").getByRole("link", { name: /^HV-/ });
  await expect(hosts).toHaveCount(fleet.hosts);
  const last = hosts.last();
  await last.scrollIntoViewIfNeeded();
  await expect.poll(scrolled).toBeGreaterThan(100);
  const before = await scrolled();
  await last.click();
  await expect(page.getByRole("heading", { level: 1, name: /^HV-/ })).toBeVisible();
  await expect.poll(scrolled).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/hosts$/);
  await expect.poll(scrolled).toBe(before);

  await page.getByRole("link", { name: "Findings", exact: true }).click();
  await expect(page).toHaveURL(/\/findings$/);
  await page.getByRole("link", { name: "Hosts", exact: true }).click();
  await expect(page).toHaveURL(/\/hosts$/);
  await expect.poll(scrolled).toBe(0);
});
