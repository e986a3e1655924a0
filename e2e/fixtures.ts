import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  expect,
  type Page,
  type WebError,
} from "@playwright/test";
import axe from "axe-core";
import { fleetView, type FleetView } from "../lib/contract/api/fleet.ts";
import { type Inn, startInn } from "./inn.ts";
import { reportOnce } from "./mock-fleet.ts";

export { expect };

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

export const PASSWORD = "a-long-password-1";
export const EMAIL = "jo@example.com";

/** The browser state of a signed-in user. */
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** A browser without state, not signed in. */
export const STRANGER: Session = { cookies: [], origins: [] };

const DESK = { width: 1440, height: 900 };
const TELEPHONE = { width: 390, height: 844 };

/** Matches nothing. */
const NOTHING = /(?!)/;

interface StoryFixtures {
  /**
   * The browser's own console message about a refused request. A story that provokes one names it; anything else that
   * any page of it writes to the console, CSP violations included, fails it.
   */
  expectedComplaints: RegExp;
  complaints: void;
}

interface InnFixtures {
  /** Stories with the same word share a server; another word starts a new one. */
  innOf: string;
  inn: Inn;
  /** The first account's. Repeated sign-ins would hit their limit. */
  session: Session;
  /** 20 hosts and 240 VMs in the middle of an incident on HV-LNZ-01; HV-NUE-07 fell silent long before. */
  fleet: FleetView;
  /** The page that all read-only stories share. */
  lookout: Page;
}

export const test = base.extend<StoryFixtures, InnFixtures>({
  innOf: ["all", { scope: "worker", option: true }],

  inn: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the requested names from here
    async ({}, use) => {
      const inn = await startInn();
      await use(inn);
      await inn.stop();
    },
    { scope: "worker" },
  ],

  session: [
    async ({ inn, browser }, use) => {
      const path = await inn.makeAccount({ email: EMAIL, name: "Jo Krüger", password: PASSWORD });
      const page = await browser.newPage();
      await page.goto(`${inn.url}${path}`);
      const session = await page.context().storageState();
      await page.close();
      await use(session);
    },
    { scope: "worker" },
  ],

  fleet: [
    async ({ inn, session, browser }, use, { workerIndex }) => {
      const reports = {
        url: inn.url,
        key: await inn.makeKey("Linz"),
        scenario: "demo",
        hosts: 20,
        vmsPerHost: 12,
        state: join(tmpdir(), `innkeeper-story-fleet-${process.pid}-${workerIndex}.json`),
      } as const;
      // Storage is lost after two minutes and restored after ten; the second report confirms what the first one found.
      await reportOnce({ ...reports, from: "4m" });
      await reportOnce({ ...reports, from: "6m" });
      rmSync(reports.state, { force: true });
      const context = await browser.newContext({ baseURL: inn.url, storageState: session });
      const response = await context.request.get("/api/v1/fleet");
      await use(fleetView.parse(await response.json()));
      await context.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  lookout: [
    async ({ inn, session, browser }, use) => {
      const context = await browser.newContext({ baseURL: inn.url, storageState: session, viewport: DESK });
      await use(await context.newPage());
      await context.close();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ inn }, use) => use(inn.url),
  storageState: async ({ session }, use) => use(session),

  expectedComplaints: [NOTHING, { option: true }],
  complaints: [
    async ({ context, expectedComplaints }, use) => {
      const complaints: string[] = [];
      const onMessage = (message: ConsoleMessage) => {
        if (message.type() === "error")
          complaints.push(`${message.page()?.url()}: ${message.text()} ${message.location().url}`);
      };
      const onError = (error: WebError) => complaints.push(String(error.error()));
      context.on("console", onMessage).on("weberror", onError);
      await use();
      context.off("console", onMessage).off("weberror", onError);
      expect(complaints.filter((text) => !expectedComplaints.test(text))).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * For stories that only view a page: they share one browser, which has loaded the program by then. Loading it again
 * took most of their time.
 */
export const lookingTest = test.extend({
  context: async ({ lookout }, use) => use(lookout.context()),
  page: async ({ lookout }, use) => {
    // The pointer was left here; nothing is below it.
    await lookout.mouse.move(0, 0);
    await use(lookout);
  },
});

/** Rules on colours take most of axe's time, and are all that a theme can break. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/**
 * Axe finds nothing: with all of its rules on a desktop, with those on colours again in the dark theme, and with the
 * others again on a phone, which shows the same colours. At neither width does anything overflow sideways.
 */
export async function expectSound(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESK);
  await expectNoViolations(page, {});
  await expectNoSidewaysScrolling(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page, { runOnly: { type: "rule", values: COLOUR_RULES } });
  await page.setViewportSize(TELEPHONE);
  await expectNoViolations(page, {
    rules: Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])),
  });
  await expectNoSidewaysScrolling(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESK);
}

/**
 * Axe runs once per document, records no passes, and does not load style sheets and media again, which only its rules
 * on locked orientation and audio would check: all of that takes longer than the check itself.
 */
async function expectNoViolations(page: Page, options: axe.RunOptions): Promise<void> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (asked) => {
    // Colours of another theme fade in.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(passing.map(({ finished }) => finished));
    const results = await window.axe?.run(document, {
      ...asked,
      resultTypes: ["violations"],
      preload: false,
    });
    return results?.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
    );
  }, options);
  expect(violations).toEqual([]);
}

/** Neither the page nor its main part is wider than its frame. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const excess = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main")].map(
      (element) => element.scrollWidth - element.clientWidth,
    ),
  );
  expect(Math.max(...excess)).toBe(0);
  // In the shell the page scrolls, and the document does not: otherwise rail and head would leave the screen.
  const below = await page.evaluate(() =>
    document.querySelector(".page") === null
      ? 0
      : document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(below).toBe(0);
}
