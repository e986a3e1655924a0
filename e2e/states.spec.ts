import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type SnapshotV1, snapshotV1 } from "../lib/contract/agent/snapshot-v1.ts";
import { hostEnrolled } from "../lib/contract/agent/answers.ts";
import { expect, expectSound, test } from "./fixtures.ts";

const grid = (page: Page) => page.getByRole("grid");

test("pages that load keep their frame, and say so when it takes long", async ({ fleet, page }) => {
  expect(fleet.vms).toBeGreaterThan(0);
  const ahead = Promise.all(
    FRAMES.map(([path]) =>
      page.waitForResponse(
        (response) =>
          new URL(response.url()).pathname === path && loadsFrameAhead(response.request().headers()),
      ),
    ),
  );
  await page.goto("/guide");
  await ahead;
  const gate = new EventEmitter();
  const held = once(gate, "open");
  await page.route(
    (url) => url.searchParams.has("_rsc"),
    async (route) => {
      await held;
      await route.continue();
    },
  );
  const rail = page.getByRole("navigation", { name: "Sections" });
  const slow = page.getByText("Slower than usual");
  for (const [path, title] of FRAMES) {
    await rail.locator(`.rail-entry[href="${path}"]`).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(slow).toBeHidden();
  }
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(slow).toBeVisible();
  await expectSound(page);
  gate.emit("open");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await expect(slow).toHaveCount(0);
});

const FRAMES = [
  ["/", "Fleet"],
  ["/hosts", "Hosts"],
  ["/network", "Network"],
  ["/findings", "Findings"],
  ["/generations", "Generation 1 VMs"],
  ["/compliance", "Compliance"],
  ["/vms", "VMs"],
] as const;

/** Next's router loads the frames of the pages that a page links to: after each tree of segments, what it shows. */
function loadsFrameAhead(headers: Record<string, string>): boolean {
  return "next-router-prefetch" in headers && !("next-router-segment-prefetch" in headers);
}

test.describe("a question that the server refuses", () => {
  test.use({ expectedComplaints: /status of 400/ });

  test("a filter that the server does not know is named, and can be removed", async ({ fleet, page }) => {
    expect(fleet.vms).toBeGreaterThan(0);
    await page.goto("/vms?state=Running");
    await expect(grid(page).getByText(/^These parameters are invalid: state\./)).toBeVisible();
    await expectSound(page);
    await page.getByRole("button", { name: "Remove all filters" }).click();
    await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
  });
});

test.describe("without a server", () => {
  test.use({ expectedComplaints: /Failed to load resource/ });

  test("what is on the screen stays, says from when it is, and is live again by itself", async ({
    fleet,
    page,
  }) => {
    await page.clock.install();
    await page.goto("/vms?rule=is.guest-silent");
    const names = grid(page).getByRole("rowheader");
    await expect(names.first()).toBeVisible();
    const count = await names.count();
    await page.route("**/api/v1/**", (route) => route.abort("connectionrefused"));
    await page.clock.fastForward("00:11");
    const strip = page.getByRole("status").filter({ hasText: "No connection to the server for" });
    await expect(strip).toContainText("the data shown is from");
    await expect(page.getByText("Not live")).toBeVisible();
    await expect(names).toHaveCount(count);
    await expectSound(page);

    await test.step("a list that was not loaded before cannot be shown", async () => {
      await page.getByRole("searchbox", { name: /^Search the VMs/ }).fill("never asked");
      await page.clock.fastForward("00:01");
      await expect(
        grid(page).getByText("The server is not responding, so there is no list yet"),
      ).toBeVisible();
    });
    await page.unroute("**/api/v1/**");
    await page.clock.fastForward("00:16");
    await expect(strip).toHaveCount(0);
    await expect(page.getByText("No VM matches “never asked”")).toBeVisible();
    expect(fleet.hosts).toBe(20);
  });
});

test("services that could not be read are neither good nor bad, and the page says what to type", async ({
  inn,
  page,
  request,
}) => {
  const error = "Get-VMIntegrationService: access denied, 0x80070005";
  const { vms, ...host } = example();
  const [vm] = vms ?? [];
  const enrolled = await request.post("/api/v1/enroll", {
    headers: { authorization: `Bearer ${await inn.makeKey("Unreadable")}` },
    data: { ...host.host, instanceId: host.agent.instanceId, agentVersion: host.agent.version },
  });
  const { token } = hostEnrolled.parse(await enrolled.json());
  const answer = await request.post("/api/v1/snapshots", {
    headers: { authorization: `Bearer ${token}` },
    data: {
      ...host,
      vms: vms?.map((each) => ({ ...each, integrationServices: null })),
      sections: host.sections.map((each) =>
        each.name === "vms" ? { ...each, status: "partial", error } : each,
      ),
    },
  });
  expect(answer.status()).toBe(201);

  await page.goto(`/vms?host=${encodeURIComponent(host.host.name)}`);
  await expect(page.getByRole("grid").getByText("2 without services read")).toBeVisible();

  await page.goto(`/vms/${vm?.id}`);
  await expect(page.getByText("Services not read")).toBeVisible();
  const services = page.locator("#services");
  await expect(services).toContainText("The integration services could not be read");
  await expect(services).toContainText(error);
  await expect(services.getByLabel(/^Command to run on/)).toHaveText(
    `Get-VM -Id '${vm?.id}' | Get-VMIntegrationService`,
  );
  await expect(services.getByText("failed")).toHaveCount(0);
  await expectSound(page);
  await services.getByRole("link", { name: /^What the agent read on/ }).click();
  await expect(page.locator("#sections")).toContainText(error);
});

/** A host that no mock fleet has, as its agent reports it now. */
function example(): SnapshotV1 {
  const file = "agents/contract/examples/valid/raw-host-hv-syn-01.json";
  const now = new Date().toISOString();
  return snapshotV1.parse({
    ...JSON.parse(readFileSync(file, "utf8")),
    snapshotId: randomUUID(),
    collectedAt: now,
    sentAt: now,
  });
}
