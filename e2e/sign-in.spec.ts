import type { Page } from "@playwright/test";
import { EMAIL, expect, PASSWORD, STRANGER, test } from "./fixtures.ts";

test.use({ storageState: STRANGER, expectedComplaints: /status of (401|403|429)/ });

/** More attempts than this in ten seconds, right or wrong, hit the sign-in limit. */
const TRIES = 3;

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(EMAIL);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("the right password leads to the requested page, and everything else is refused with a message", async ({
  session,
  inn,
  page,
  request,
}) => {
  expect(session.cookies.length).toBeGreaterThan(0);

  await test.step("there is no second first account", async () => {
    await page.goto("/welcome");
    await expect(page).toHaveURL(/\/sign-in/);
    const signUp = await request.post("/api/auth/sign-up/email", {
      headers: { origin: inn.url },
      data: { email: "eve@example.com", name: "Eve", password: PASSWORD },
    });
    expect(signUp.status()).toBeGreaterThanOrEqual(400);
    expect(signUp.status()).toBeLessThan(500);
  });

  await test.step("a form of another site is refused before its password is checked", async () => {
    const foreign = await request.post("/api/auth/sign-in/email", {
      headers: { origin: "https://evil.example" },
      data: { email: EMAIL, password: PASSWORD },
    });
    expect(foreign.status()).toBe(403);
    expect(foreign.headers()["set-cookie"]).toBeUndefined();
  });

  await test.step("a wrong password is refused without saying which half was wrong", async () => {
    await page.goto("/vms?health=critical");
    await expect(page).toHaveURL(/\/sign-in/);
    await signIn(page, "not-the-password-1");
    await expect(
      page.getByRole("alert").filter({ hasText: "The e-mail address or password is incorrect" }),
    ).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Password" })).toBeFocused();
  });

  await test.step("the right one leads to the requested page", async () => {
    await signIn(page, PASSWORD);
    await expect(page).toHaveURL(/\/vms\?health=critical/);
    await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible();
  });

  await test.step("signing out ends the session", async () => {
    await page.getByRole("button", { name: /Jo Krüger/ }).click();
    await page.getByText("Sign out").click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto("/vms");
    await expect(page).toHaveURL(/\/sign-in/);
  });

  await test.step("too many attempts cause a wait, also with the right password", async () => {
    for (let tried = 0; tried < TRIES; tried++) {
      await request.post("/api/auth/sign-in/email", {
        headers: { origin: inn.url },
        data: { email: EMAIL, password: "not-the-password-1" },
      });
    }
    await signIn(page, PASSWORD);
    await expect(page.getByRole("alert").filter({ hasText: "Too many attempts" })).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
  });
});
