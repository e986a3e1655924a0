import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

// Files that wait for processes which they start share the cores; by itself Vitest would leave one of them idle. Each worker
// has a Postgres of its own: more of them than files run long would take longer to start than they save.
const WORKERS = Math.min(availableParallelism(), 4);

export default defineConfig({
  resolve: {
    alias: {
      "@/": root,
      // Next forbids server modules in the browser with this package; tests are no browser.
      "server-only": fileURLToPath(new URL("./scripts/empty-module.ts", import.meta.url)),
    },
  },
  test: {
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Shared machines are slow at times: a test that hangs is found all the same.
          testTimeout: 60_000,
          // Pure code that keeps nothing between files: setting every file apart took most of the time.
          pool: "threads",
          isolate: false,
          include: ["{lib,components,app,agents,scripts,bench}/**/*.test.{ts,tsx}"],
          exclude: ["agents/hyperv/**", "**/*.db.test.ts", "**/node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          // Runs the PowerShell agent, against the product's own endpoint.
          name: "agent",
          maxWorkers: WORKERS,
          include: ["agents/hyperv/tests/**/*.test.ts"],
          globalSetup: [
            "./agents/hyperv/tests/engine/start-engine.ts",
            "./lib/data/testing/start-postgres.ts",
          ],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          // Loading Prisma and the schemas anew for every file took longer than many of their tests; what a process keeps of
          // its database is forgotten with it (lib/data/testing/test-database.ts).
          pool: "forks",
          isolate: false,
          maxWorkers: WORKERS,
          include: ["{lib,agents,prisma,scripts}/**/*.db.test.ts"],
          globalSetup: ["./lib/data/testing/start-postgres.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
