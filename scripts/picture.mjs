// Makes the README's picture. Give it the address that `npm run demo` prints, once the fleet has reported.
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const address = process.argv[2];
if (address === undefined) {
  console.error("Usage: node scripts/picture.mjs <the address that the demo printed>");
  process.exit(2);
}
const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
const browser = await chromium.launch({
  ...(system === undefined ? {} : { executablePath: system }),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
await page.goto(address);
await page.goto(new URL("/vms", address).href);
await page.getByRole("grid").waitFor();
await page.waitForLoadState("networkidle");
await page.screenshot({ path: "docs/vms.png" });
await browser.close();
