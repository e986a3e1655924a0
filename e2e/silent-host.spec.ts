import { expect, expectSound, test } from "./fixtures.ts";

const SERVICES = 7;
const TECHNOLOGIES = 5;

test("a host that fell silent turns nothing green", async ({ fleet, page }) => {
  const silent = fleet.staleHosts.find(({ name }) => name === "HV-NUE-07");
  const vms = silent?.vms ?? 0;
  expect(vms).toBeGreaterThan(0);
  expect(fleet.hostMap.find(({ name }) => name === "HV-NUE-07")?.health).toMatchObject({
    healthy: 0,
    warning: 0,
    critical: 0,
    unknown: vms,
  });

  await page.goto("/");
  const strip = page.getByRole("status").filter({ hasText: "HV-NUE-07 last reported" });
  await expect(strip).toContainText(`${vms} VMs are unknown since then: neither green nor red`);
  await strip.getByRole("link", { name: "Cause and fix" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "HV-NUE-07" })).toBeVisible();
  const finding = page.getByRole("article").filter({ hasText: "host.stale" });
  await expect(finding.getByLabel(/^Command to run on/)).toContainText("Get-ScheduledTask");

  await page.getByRole("link", { name: "Open in the matrix" }).click();
  const rows = page
    .getByRole("grid")
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") });
  await expect(rows).toHaveCount(vms);
  await expect(rows.getByRole("img", { name: ": unknown" })).toHaveCount(vms * (SERVICES + TECHNOLOGIES));
  for (const word of ["healthy", "failed", "degraded"]) {
    await expect(rows.getByRole("img", { name: word })).toHaveCount(0);
  }

  await rows.first().getByRole("rowheader").getByRole("link").click();
  // With its capital: the matrix, the previous page, has the words in the middle of sentences.
  await expect(page.getByText(/^Unknown since/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Integration services" })).toBeVisible();
  const words = (word: string) =>
    page.getByRole("main").getByText(word, { exact: true }).filter({ visible: true });
  await expect(page.locator("#services summary").filter({ hasText: "unknown" })).toHaveCount(7);
  await expect(words("healthy")).toHaveCount(0);

  await test.step("it is gone for good, so an administrator retires it, and it is no longer expected", async () => {
    const vm = page.url();
    await page.goto(`/hosts/${silent?.id}`);
    await page.getByRole("button", { name: "Retire…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(`It leaves the fleet with its ${vms} VMs`);
    await dialog.getByRole("button", { name: "Retire" }).click();
    await expect(page.getByText(/^Retired .* by Jo Krüger/)).toBeVisible();
    await expect(page.getByText(`nor are its ${vms} VMs`)).toBeVisible();
    await expect(page.getByRole("table", { name: "VMs gone with HV-NUE-07" })).toBeVisible();
    await expectSound(page);
    await page.goto("/");
    // By now the other hosts may be late: they no longer report.
    await expect(page.getByText(/^Every host reports on time\.$|^\d+ hosts report late$/)).toBeVisible();
    await expect(strip).toHaveCount(0);
    await page.goto(vm);
    await expect(page.getByText("HV-NUE-07 is retired, and no other host lists this VM.")).toBeVisible();
    await page.goto("/vms");
    await page.getByRole("button", { name: `Gone ${vms}` }).click();
    await expect(page).toHaveURL(/gone=true/);
    await expect(rows).toHaveCount(vms);
    await expectSound(page);
    await page.goto("/hosts");
    // A time shows its exact moment once the browser has hydrated the page; a click before that is lost.
    await expect(page.getByRole("main").locator("time[title]").first()).toBeVisible();
    await page.getByRole("button", { name: "Show it" }).click();
    await expect(page).toHaveURL(/freshness=retired/);
    await expect(page.getByRole("row", { name: /HV-NUE-07.*by Jo Krüger.*gone with it/ })).toBeVisible();
    await expectSound(page);
  });

  await test.step("it was not, after all: restored it is silent as before", async () => {
    await page.goto("/settings/agents");
    await page.getByText("1 retired host").click();
    await expectSound(page);
    await page.getByRole("button", { name: "Restore HV-NUE-07" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
    await expect(page.getByRole("row", { name: /HV-NUE-07.*stale/ })).toContainText(String(vms));
    await page.goto("/");
    await expect(strip).toContainText(`${vms} VMs are unknown since then`);
  });
});
