import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { StoryHost, startInn, type Inn } from "./server.ts";

const PASSWORD = "a-long-password-1";
let inn: Inn;
/** What the browser of the first account keeps; signing in again and again would meet the limit on it. */
let session: Awaited<ReturnType<BrowserContext["storageState"]>>;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  inn = await startInn();
});

test.afterAll(async () => {
  await inn.stop();
});

async function signIn(page: Page, password = PASSWORD): Promise<void> {
  await page.goto(`${inn.url}/sign-in`);
  await page.getByLabel(/e-mail/i).fill("jo@example.com");
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole("button", { name: /^sign in/i }).click();
}

async function signedIn(browser: Browser, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({ storageState: session, colorScheme });
  return context.newPage();
}

async function enrol(name: string): Promise<StoryHost> {
  const { key } = await inn.innkeeper(["enrolment-key", "create", "--name", name]);
  return StoryHost.enrol(inn.url, String(key), name);
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`),
  ).toEqual([]);
}

test("a stranger is sent to the door, and the API answers 401", async ({ page, request }) => {
  expect((await request.get(`${inn.url}/api/v1/vms`)).status()).toBe(401);
  await page.goto(`${inn.url}/vms`);
  await expect(page).toHaveURL(/\/(welcome|sign-in)/);
});

test("the first account is made with the code that the server printed", async ({ page }) => {
  await page.goto(`${inn.url}/welcome`);
  await page.getByLabel(/set-up code/i).fill(inn.code);
  await page.getByLabel(/your name/i).fill("Jo Krüger");
  await page.getByLabel(/e-mail/i).fill("jo@example.com");
  await page.getByLabel(/^password/i).fill(PASSWORD);
  await page.getByRole("button", { name: /create the account/i }).click();
  await expect(page).not.toHaveURL(/welcome/);
  session = await page.context().storageState();
});

test("a wrong password is refused without saying which half was wrong", async ({ page }) => {
  await signIn(page, "not-the-password-1");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test("from the first report to the VM on screen", async ({ browser }) => {
  const page = await signedIn(browser);
  const host = await enrol("HV-STORY-01");
  expect(await host.post([{ name: "STORY-APP-01" }, { name: "STORY-DB-01" }])).toBe(201);
  await page.goto(`${inn.url}/vms`);
  await expect(page.getByText("STORY-APP-01")).toBeVisible();
  await expect(page.getByText("HV-STORY-01").first()).toBeVisible();
});

test("a key that hosts enrol with is made on the page and lets a host in", async ({ browser }) => {
  const page = await signedIn(browser);
  await page.goto(`${inn.url}/hosts?enrol=1`);
  await page.getByLabel(/name of this key/i).fill("Vienna");
  await page.getByRole("button", { name: /make an enrolment key/i }).click();
  const shown = page.getByText(/ike_[0-9A-Za-z]{40,}/).first();
  await expect(shown).toBeVisible();
  const key = /ike_[0-9A-Za-z]+/.exec((await shown.textContent()) ?? "")?.[0] ?? "";
  const host = await StoryHost.enrol(inn.url, key, "HV-STORY-04");
  expect(await host.post([{ name: "STORY-KEY-01" }])).toBe(201);
});

test("an incident is seen on the fleet page and followed to the VM and its fix", async ({ browser }) => {
  const page = await signedIn(browser);
  const host = await enrol("HV-STORY-02");
  await host.post([{ name: "STORY-WEB-01", heartbeat: 13 }]);
  await page.goto(`${inn.url}/`);
  await expect(page.getByText("is.heartbeat").first()).toBeVisible();
  await page.goto(`${inn.url}/vms?search=STORY-WEB-01`);
  await expect(page.getByText("STORY-WEB-01").first()).toBeVisible();
  await page.goto(`${inn.url}/vms?rule=is.heartbeat`);
  await expect(page.getByText("STORY-WEB-01").first()).toBeVisible();
  await expect(page.getByText("STORY-DB-01")).toHaveCount(0);
});

test("a silent host turns nothing green", async ({ browser }) => {
  const page = await signedIn(browser);
  const host = await enrol("HV-STORY-03");
  await host.post([{ name: "STORY-OLD-01" }], 3_600);
  await page.goto(`${inn.url}/vms?search=STORY-OLD-01`);
  await expect(page.getByText("STORY-OLD-01").first()).toBeVisible();
  const { token } = await inn.innkeeper(["api-token", "create", "--name", "story"]);
  const response = await page.request.get(`${inn.url}/api/v1/vms?search=STORY-OLD-01`, {
    headers: { authorization: `Bearer ${String(token)}` },
  });
  expect(await response.json()).toMatchObject({ items: [{ health: "unknown", freshness: "stale" }] });
});

for (const theme of ["light", "dark"] as const) {
  test(`pages have no accessibility violation in ${theme}`, async ({ browser }) => {
    const page = await signedIn(browser, theme);
    for (const path of ["/", "/vms", "/hosts"]) {
      await page.goto(`${inn.url}${path}`);
      await expect(page.getByText(/STORY/).first()).toBeVisible();
      await expectNoViolations(page);
    }
  });
}

test("the right password lets in", async ({ page }) => {
  await signIn(page);
  await expect(page).not.toHaveURL(/sign-in/);
});
