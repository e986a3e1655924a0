import { expect, test } from "@playwright/test";
import { startInn, type Inn } from "./server.ts";

let inn: Inn;

test.beforeAll(async () => {
  inn = await startInn();
});

test.afterAll(async () => {
  await inn.stop();
});

test("a stranger is sent to the door, and the API answers 401", async ({ page, request }) => {
  expect((await request.get(`${inn.url}/api/v1/vms`)).status()).toBe(401);
  await page.goto(`${inn.url}/vms`);
  await expect(page).toHaveURL(/\/(welcome|sign-in)/);
});
