import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { StoryHost, startInn, type Inn } from "./server.ts";

const PASSWORD = "a-long-password-1";
let inn: Inn;

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
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: /^sign in/i }).click();
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
  await page.getByLabel(/code/i).fill(inn.code);
  await page.getByLabel(/name/i).first().fill("Jo Krüger");
  await page.getByLabel(/e-mail/i).fill("jo@example.com");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: /account|start|create|make/i }).click();
  await expect(page).not.toHaveURL(/welcome/);
});

test("a wrong password is refused without saying which half was wrong", async ({ page }) => {
  await signIn(page, "not-the-password-1");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test("from the first report to the VM on screen", async ({ page }) => {
  await signIn(page);
  await expect(page).not.toHaveURL(/sign-in/);
  const host = await enrol("HV-STORY-01");
  expect(await host.post([{ name: "STORY-APP-01" }, { name: "STORY-DB-01" }])).toBe(201);
  await page.goto(`${inn.url}/vms`);
  await expect(page.getByText("STORY-APP-01")).toBeVisible();
  await expect(page.getByText("HV-STORY-01").first()).toBeVisible();
});

test("an incident is seen on the fleet page and followed to the VM and its fix", async ({ page }) => {
  await signIn(page);
  await expect(page).not.toHaveURL(/sign-in/);
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

test("a silent host turns nothing green", async ({ page }) => {
  await signIn(page);
  await expect(page).not.toHaveURL(/sign-in/);
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
    const context = await browser.newContext({ colorScheme: theme });
    const page = await context.newPage();
    await signIn(page);
    await expect(page).not.toHaveURL(/sign-in/);
    for (const path of ["/", "/vms", "/hosts"]) {
      await page.goto(`${inn.url}${path}`);
      await expect(page.getByText(/STORY/).first()).toBeVisible();
      await expectNoViolations(page);
    }
    await context.close();
  });
}
