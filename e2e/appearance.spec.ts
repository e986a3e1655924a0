import type { Page } from "@playwright/test";
import type { FleetView } from "../lib/contract/api/fleet.ts";
import { expect, expectNoSidewaysScrolling, expectSound, lookingTest, STRANGER, test } from "./fixtures.ts";

interface Place {
  name: string;
  /** Opens a page and waits until everything is loaded. */
  open: (page: Page, fleet: FleetView) => Promise<void>;
}

const PLACES: readonly Place[] = [
  {
    name: "Fleet",
    open: async (page) => {
      await page.goto("/");
      await expect(page.getByRole("heading", { name: "Recent changes" })).toBeVisible();
    },
  },
  {
    name: "VMs",
    open: async (page) => {
      await page.goto("/vms");
      await expect(page.getByRole("rowheader").first()).toBeVisible();
    },
  },
  {
    name: "VMs, none of which matches",
    open: async (page) => {
      await page.goto("/vms");
      const name = await page.getByRole("rowheader").first().innerText();
      await page.goto(`/vms?search=${encodeURIComponent(`${name}x`)}`);
      await expect(page.getByText(/^No VM matches/)).toBeVisible();
      await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
    },
  },
  {
    name: "VM",
    open: async (page) => {
      await page.goto("/vms?rule=is.guest-silent");
      await page.getByRole("rowheader").first().getByRole("link").click();
      await expect(page.getByRole("heading", { name: "Facts as reported" })).toBeVisible();
    },
  },
  {
    name: "Hosts",
    open: async (page) => {
      await page.goto("/hosts");
      await expect(page.getByText("HV-NUE-07").last()).toBeVisible();
    },
  },
  {
    name: "Enrolment",
    open: async (page) => {
      await page.goto("/hosts?enrol=1");
      await expect(page.getByLabel("Name of this key")).toBeFocused();
    },
  },
  {
    name: "Host",
    open: async (page, fleet) => {
      await page.goto(`/hosts/${fleet.hostMap.find(({ name }) => name === "HV-LNZ-01")?.id}`);
      await expect(page.getByRole("heading", { name: "Facts as reported" })).toBeVisible();
    },
  },
  {
    name: "Host that is silent",
    open: async (page, fleet) => {
      await page.goto(`/hosts/${fleet.staleHosts[0]?.id}`);
      await expect(page.getByRole("heading", { name: "Facts as reported" })).toBeVisible();
    },
  },
  {
    name: "Settings, agents",
    open: async (page) => {
      await page.goto("/settings/agents");
      await expect(page.getByRole("table", { name: "Enrolment keys" })).toBeVisible();
    },
  },
  {
    name: "Settings, tokens",
    open: async (page) => {
      await page.goto("/settings/tokens");
      await expect(page.getByRole("heading", { name: "New token" })).toBeVisible();
    },
  },
  {
    name: "Network",
    open: async (page) => {
      await page.goto("/network");
      await expect(page.getByRole("heading", { name: "Drift inside clusters" })).toBeVisible();
    },
  },
  {
    name: "Findings",
    open: async (page) => {
      await page.goto("/findings");
      await expect(page.getByRole("table", { name: "Open causes, worst first" })).toBeVisible();
    },
  },
  {
    name: "Findings that are frozen",
    open: async (page) => {
      await page.goto("/findings?status=frozen");
      await expect(page.getByRole("table", { name: "Findings that are frozen" })).toBeVisible();
    },
  },
  {
    name: "Generations",
    open: async (page) => {
      await page.goto("/generations");
      await expect(page.getByRole("table", { name: "Generation 1 VMs" })).toBeVisible();
    },
  },
  {
    name: "Guide",
    open: async (page) => {
      await page.goto("/guide");
      await expect(page.getByRole("region", { name: "Rules" })).toBeVisible();
    },
  },
  {
    name: "Guide, a service",
    open: async (page) => {
      await page.goto("/guide/services/vss");
      await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
    },
  },
  {
    name: "Guide, a technology",
    open: async (page) => {
      await page.goto("/guide/technologies/sr-iov");
      await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
    },
  },
  {
    name: "Guide, a capability",
    open: async (page) => {
      await page.goto("/guide/capabilities/vtpm");
      await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
    },
  },
  {
    name: "Compliance",
    open: async (page) => {
      await page.goto("/compliance?by=rule");
      await expect(page.getByRole("heading", { name: "Worst rules" })).toBeVisible();
      await expect(page.locator(".recharts-surface")).toHaveCount(3);
    },
  },
  {
    name: "Compliance, one day of it",
    open: async (page) => {
      await page.goto(`/compliance?by=host&day=${new Date().toISOString().slice(0, 10)}`);
      await expect(page.getByRole("table", { name: "Rules on this day, worst first" })).toBeVisible();
      await expect(page.getByRole("table", { name: /^Time to fix/ })).toBeVisible();
    },
  },
  {
    name: "Compliance, an unrecorded day",
    open: async (page) => {
      await page.goto("/compliance?day=2020-02-29");
      await expect(page.getByText(/No data for this day|No complete day yet/)).toBeVisible();
    },
  },
  {
    name: "Compliance, the choice of a day",
    open: async (page) => {
      await page.goto("/compliance");
      await page.getByRole("button", { name: "Any past day…" }).click();
      await expect(page.getByRole("textbox", { name: /^Day/ })).toBeVisible();
    },
  },
  {
    name: "API",
    open: async (page) => {
      await page.goto("/docs/api");
      await expect(page.getByRole("searchbox", { name: "Search operations" })).toBeVisible();
    },
  },
];

for (const { name, open } of PLACES) {
  lookingTest(
    `${name} is accessible in both themes, on a desktop and on a phone`,
    async ({ fleet, page }) => {
      await open(page, fleet);
      await expectSound(page);
    },
  );
}

test.describe("pages that do not exist", () => {
  test.use({ expectedComplaints: /status of 404/ });

  test("state it, and link back", async ({ fleet, page }) => {
    expect(fleet.vms).toBeGreaterThan(0);
    const nobody = "00000000-0000-4000-8000-000000000000";
    for (const path of ["/no-such-page", `/vms/${nobody}`, `/hosts/${nobody}`]) {
      await page.goto(path);
      await expect(page.getByText("or you do not have permission to view it").first()).toBeVisible();
      await expect(page.getByRole("navigation", { name: "Sections" })).toBeVisible();
      await expectSound(page);
    }
    await page.getByRole("link", { name: /^Go to the hosts/ }).click();
    await expect(page).toHaveURL(/\/hosts$/);
  });
});

test.describe("a browser without a session", () => {
  test.use({ storageState: STRANGER, expectedComplaints: /status of 404/ });

  test("sees a missing page without the frame of signed-in users", async ({ session, page }) => {
    expect(session.cookies.length).toBeGreaterThan(0);
    const answer = await page.goto("/no-such-page");
    expect(answer?.status()).toBe(404);
    await expect(page.getByText("or you do not have permission to view it")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Sections" })).toHaveCount(0);
  });

  test("sees an accessible sign-in page at every width and in both themes", async ({ session, page }) => {
    expect(session.cookies.length).toBeGreaterThan(0);
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
    await expectSound(page);
  });
});

test("a chosen theme applies from the first paint on, whatever the system prefers", async ({
  fleet,
  page,
}) => {
  expect(fleet.vms).toBeGreaterThan(0);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole("button", { name: "Theme: system" }).click();
  await expect.poll(ground).not.toBe(dark);
  const light = await ground();
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect.poll(ground).toBe(light);

  await page.getByRole("button", { name: "Theme: light" }).click();
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/vms");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await ground()).toBe(dark);
  await expectNoSidewaysScrolling(page);
});
