import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect, expectSound, STRANGER, test } from "./fixtures.ts";
import { reportOnce } from "./mock-fleet.ts";

test.use({ innOf: "settings", expectedComplaints: /status of 40[14]/ });

interface Machine {
  instanceId: string;
  machineId: string;
  name: string;
}

async function enrol(request: APIRequestContext, key: string, machine: Machine): Promise<number> {
  const response = await request.post("/api/v1/enroll", {
    headers: { authorization: `Bearer ${key}` },
    data: { ...machine, fqdn: null, agentVersion: "1.0.0" },
  });
  return response.status();
}

test("an administrator finds a host that never reported, and approves a reinstalled agent", async ({
  inn,
  page,
  request,
}) => {
  const key = await inn.makeKey("Rack 14");
  await reportOnce({ url: inn.url, key, scenario: "healthy", hosts: 2, vmsPerHost: 2 });
  const machine = { instanceId: randomUUID(), machineId: "a".repeat(64), name: "HV-GRZ-11" };
  expect(await enrol(request, key, machine)).toBe(201);
  const anew = { ...machine, instanceId: randomUUID() };
  expect(await enrol(request, key, anew)).toBe(409);

  await test.step("the hosts page names the hosts missing from it", async () => {
    await page.goto("/hosts");
    await page.getByText("1 host enrolled but never reported").click();
    await expect(page.getByRole("row", { name: /HV-GRZ-11.*Rack 14/ })).toBeVisible();
    await expectSound(page);
  });

  await test.step("the rail shows on every page that an agent waits", async () => {
    await expect(page.getByRole("link", { name: "Settings 1 agent waits" })).toBeVisible();
  });

  await test.step("the settings show both instances, and the evidence for each", async () => {
    await page.getByRole("link", { name: "Settings" }).first().click();
    await expect(page.getByText("2 hosts in the fleet, 1 never reported, 1 agent waits")).toBeVisible();
    const waiting = page.locator("#waiting");
    for (const said of [machine.instanceId, anew.instanceId, "127.0.0.1", "never reported"])
      await expect(waiting).toContainText(said);
    await expectSound(page);
  });

  await test.step("a refused agent keeps being refused, and can still be approved", async () => {
    await page.getByRole("button", { name: "Refuse the agent on" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Refuse" }).click();
    await expect(page.getByText("None. An agent that is reinstalled")).toBeVisible();
    expect(await enrol(request, key, anew)).toBe(409);
    await page.getByText("1 refused").click();
    await page.getByRole("button", { name: "Approve the agent on" }).click();
    await expect(page.getByRole("dialog")).toContainText("the token of the current agent no longer works");
    await page.getByRole("dialog").getByRole("button", { name: "Approve, and revoke the other" }).click();
    await expect(page.getByText("1 refused")).toHaveCount(0);
    await expect(page.getByRole("link", { name: /agent waits/ })).toHaveCount(0);
    expect(await enrol(request, key, anew)).toBe(201);
  });

  await test.step("a host that will never report is removed", async () => {
    await page.getByRole("button", { name: "Forget HV-GRZ-11" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Forget" }).click();
    await expect(page.getByText("None: every host that enrolled has reported.")).toBeVisible();
  });

  await test.step("a revoked key enrols no host", async () => {
    await page.getByRole("button", { name: "Revoke the key Rack 14" }).click();
    await expect(page.getByRole("dialog")).toContainText("hosts that did keep reporting");
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByText("There are no usable keys.")).toBeVisible();
    expect(await enrol(request, key, { ...machine, machineId: "b".repeat(64) })).toBe(403);
  });
});

test("a token is created, reads, and reads nothing once it is revoked", async ({
  page,
  playwright,
  baseURL,
}) => {
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "Create a token" }).click();
  await expect(page.getByText("Enter what will use it")).toBeVisible();
  await page.getByRole("textbox", { name: "Name required" }).fill("Grafana");
  await page.getByRole("button", { name: "Create a token" }).click();
  const token = await page.locator("code", { hasText: /^ikp_[0-9A-Za-z]{40,}$/ }).innerText();
  await expectSound(page);
  const script = await playwright.request.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect((await script.get("/api/v1/vms")).status()).toBe(200);
  await page.getByRole("button", { name: "Revoke the token Grafana" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("There are no tokens in use.")).toBeVisible();
  expect((await script.get("/api/v1/vms")).status()).toBe(401);
  await script.dispose();
});

test.describe("for a user who is not an administrator", () => {
  test.use({ storageState: STRANGER });

  test("the settings do not exist", async ({ inn, page }) => {
    await page.goto(
      await inn.makeAccount(
        { email: "vi@example.com", name: "Vi Ewer", password: "a-long-password-2" },
        "viewer",
      ),
    );
    await expect(page.getByRole("link", { name: "Hosts", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
    await page.goto("/settings/agents");
    await expect(page.getByRole("heading", { name: "This item does not exist" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Settings" })).toHaveCount(0);
  });
});
