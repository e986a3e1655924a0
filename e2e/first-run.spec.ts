import { EMAIL, expect, expectSound, PASSWORD, STRANGER, test } from "./fixtures.ts";
import { reportOnce } from "./mock-fleet.ts";

test.use({ innOf: "first run", storageState: STRANGER, expectedComplaints: /status of 401/ });

test("from a new server to the first VM on screen", async ({ inn, page, request }) => {
  await test.step("without an account the browser is sent to the first-run page, and the API answers 401", async () => {
    expect((await request.get("/api/v1/vms")).status()).toBe(401);
    await page.goto("/vms");
    await expect(page).toHaveURL(/\/welcome/);
  });

  await test.step("a code that the server did not print creates no account", async () => {
    await fillIn("AAAA-BBBB-CCCC-DDDD");
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expect(page).toHaveURL(/\/welcome/);
  });

  await test.step("the printed one creates the first, which is signed in", async () => {
    await page.reload();
    await expectSound(page);
    await fillIn(inn.setUpCode);
    await expect(page.getByRole("heading", { name: "Enrol the first host" })).toBeVisible();
    await expectSound(page);
  });

  const key = await test.step("a key is created on the page and is in its commands", async () => {
    await page.getByRole("button", { name: "Create an enrolment key" }).click();
    await expect(page.getByText("Enter where it will be used")).toBeVisible();
    await page.getByLabel("Name of this key").fill("Vienna");
    await page.getByRole("button", { name: "Create an enrolment key" }).click();
    const shown = page.locator("code", { hasText: /^ike_/ });
    await expect(shown).toHaveText(/^ike_[0-9A-Za-z]{40,}$/);
    const text = await shown.innerText();
    await expect(page.getByRole("tabpanel")).toContainText(text);
    return text;
  });

  await reportOnce({ url: inn.url, key, scenario: "healthy", hosts: 1, vmsPerHost: 4 });
  await test.step("the page becomes the fleet page with the first report, without interaction", async () => {
    await expect(page.getByRole("heading", { name: "Open causes" })).toBeVisible();
    await expect(page.getByRole("link", { name: "4 healthy", exact: true })).toBeVisible();
  });

  await test.step("and the VM is two clicks away", async () => {
    await page.getByRole("link", { name: "VMs", exact: true }).click();
    const first = page.getByRole("rowheader").first();
    const name = await first.innerText();
    await first.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  async function fillIn(code: string): Promise<void> {
    await page.getByLabel("Set-up code").fill(code);
    await page.getByLabel("Your name").fill("Jo Krüger");
    await page.getByLabel("E-mail").fill(EMAIL);
    await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create the account" }).click();
  }
});
