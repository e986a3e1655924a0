import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

async function openSilentGuest(page: Page): Promise<void> {
  await page.goto("/vms?rule=is.guest-silent");
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Integration services", exact: true })).toBeVisible();
}

test("a verdict on a VM's page leads to how it is evaluated, and from there to the rule that opened", async ({
  fleet,
  page,
}) => {
  expect(fleet.vms).toBeGreaterThan(0);
  await openSilentGuest(page);
  const services = page.locator("#services");
  await services.locator("summary").filter({ hasText: "Heartbeat" }).click();
  await services.getByRole("link", { name: "How this is evaluated: Heartbeat" }).click();

  await expect(page).toHaveURL(/\/guide\/services\/heartbeat$/);
  await expect(page.getByRole("heading", { level: 1, name: "Heartbeat" })).toBeVisible();
  await expect(page.getByRole("region", { name: "How it is judged here" }).first()).toContainText(
    "LostCommunication",
  );
  await expect(page.getByText("Documented impact")).toBeVisible();
  await page.getByRole("tab", { name: "Windows" }).click();
  await expect(page.getByLabel("Fix: command to run on the guest")).toContainText("vmicheartbeat");

  await page.getByRole("article").getByRole("link", { name: "is.guest-silent" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Guest is silent" })).toBeVisible();
  const live = page.getByRole("complementary", { name: "In this fleet, now" });
  await live.getByRole("link", { name: /^Open the \d+ VMs?$/ }).click();
  await expect(page).toHaveURL(/\/vms\?rule=is\.guest-silent/);
});

test("a finding leads to its rule", async ({ fleet, page }) => {
  expect(fleet.vms).toBeGreaterThan(0);
  await openSilentGuest(page);
  await page.getByRole("article").getByRole("link", { name: "is.guest-silent" }).click();
  await expect(page).toHaveURL(/\/guide\/rules\/is\.guest-silent$/);
});

test("the guide is searched by the names that Windows and Linux use", async ({ fleet, page }) => {
  expect(fleet.vms).toBeGreaterThan(0);
  await page.goto("/guide");
  const search = page.getByRole("searchbox", { name: "Search the guide" });
  await search.fill("vmickvpexchange");
  await expect(page.getByRole("region", { name: "Services" }).getByRole("listitem")).toHaveCount(1);
  await search.fill("nothing of the kind");
  await expect(page.getByText(/^No page mentions/)).toBeVisible();
  await page.getByRole("button", { name: "Show every page" }).click();
  await page.getByRole("button", { name: /^Technologies/ }).click();
  await expect(page.getByRole("region", { name: "Rules" })).toHaveCount(0);
  await page.getByRole("link", { name: /^SR-IOV/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "SR-IOV" })).toBeVisible();
});

test("the longest pages are at most a screen and a half", async ({ fleet, page }) => {
  expect(fleet.vms).toBeGreaterThan(0);
  for (const path of [
    "technologies/sr-iov",
    "technologies/rdma",
    "technologies/smb-multichannel",
    "services/vss",
    "services/data-exchange",
    "rules/gen.conversion",
  ]) {
    await page.goto(`/guide/${path}`);
    await expect(page.getByRole("complementary", { name: "In this fleet, now" })).toBeVisible();
    const screens = await page.locator("main").evaluate((main) => main.scrollHeight / innerHeight);
    expect(screens, path).toBeLessThanOrEqual(1.5);
  }
});

test("a broken rung leads to its place in the folded list of requirements", async ({ fleet, page }) => {
  expect(fleet.vms).toBeGreaterThan(0);
  await page.goto("/guide/technologies/sr-iov");
  const list = page.locator("details", {
    has: page.getByRole("heading", { name: "Requirements of a VM's adapter" }),
  });
  await expect(list).not.toHaveAttribute("open");
  await page.goto("/network");
  const link = page.locator("a[href^='/guide/technologies/sr-iov#rung-']").first();
  const [, rung = ""] = ((await link.getAttribute("href")) ?? "").split("#");
  await link.click();
  await expect(page).toHaveURL(/\/guide\/technologies\/sr-iov#rung-/);
  await expect(page.locator(`#${rung}`)).toBeInViewport();
});
