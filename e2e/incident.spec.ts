import type { FleetView } from "../lib/contract/api/fleet.ts";
import { expect, test } from "./fixtures.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

function silentGuests({ causes }: FleetView) {
  const cause = causes.find(({ rule, host }) => rule === "is.guest-silent" && host !== null);
  expect(cause).toBeDefined();
  return { place: cause?.host?.name ?? "", vms: cause?.vmsTouched ?? 0 };
}

test("an incident is seen on the fleet page and followed to a VM and its copied fix", async ({
  fleet,
  page,
}) => {
  const { place, vms } = silentGuests(fleet);
  await page.goto("/");
  const strip = page.getByRole("status").filter({ hasText: `${vms} VMs on ${place}` });
  await expect(strip).toContainText("One cause: nothing in this guest responds");
  await strip.getByRole("link", { name: `See the ${vms} VMs` }).click();

  await expect(page).toHaveURL(/\/vms\?.*rule=is\.guest-silent/);
  const names = page.getByRole("grid").getByRole("rowheader");
  await expect(names).toHaveCount(vms);
  const name = await names.first().innerText();
  await names.first().getByRole("link").click();

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const finding = page.getByRole("article").filter({ hasText: "is.guest-silent" });
  await expect(finding).toContainText("Lost Communication");
  await expect(finding).toContainText("Costs: nothing");
  await finding.getByRole("button", { name: "Copy" }).click();
  await expect(finding.getByRole("button", { name: "Copied" })).toBeVisible();
  const command = await finding.getByLabel(/^Command to run on/).innerText();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command);
  expect(command).toContain(new URL(page.url()).pathname.slice("/vms/".length));
});

test("one cause is one alarm: consequences of a silent guest are pale and not counted", async ({
  fleet,
  page,
}) => {
  const { vms } = silentGuests(fleet);
  await page.goto("/");
  await page
    .getByRole("table", { name: "Open causes" })
    .getByRole("link", { name: /^Nothing in this guest responds to the host any more/ })
    .first()
    .click();
  const grid = page.getByRole("grid");
  const silent = grid.getByRole("row").filter({ has: page.getByRole("img", { name: "Heartbeat: failed" }) });
  await expect(silent).toHaveCount(vms);
  await expect(silent.first().getByRole("img", { name: "Shutdown: unknown" })).toBeVisible();
  await expect(grid.getByRole("columnheader", { name: /^Heartbeat/ })).toContainText(String(vms));
  await expect(grid.getByRole("columnheader", { name: /^Shutdown/ })).toContainText("–");
});
