import { defineConfig } from "@playwright/test";

const chromium = process.env["TEST_CHROMIUM"];

export default defineConfig({
  testDir: "e2e",
  // Each worker starts a server of its own: two cores carry one.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Limits for a machine that others keep busy, too; nothing waits for them where all is well.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: "line",
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
  },
});
