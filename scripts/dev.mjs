// npm run dev: the server in development, started anew whenever its own sources change. Pages are Next's own affair.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeAgentPackage } from "./agent-package.mjs";
import { bundleOptions } from "./bundle.mjs";
import "./install.mjs";

const { context } = await import("esbuild");
const { status } = spawnSync(process.execPath, ["--import", "tsx", "scripts/prisma-generate.ts"], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

let server = null;
let isStopping = false;
let restarting = Promise.resolve();

async function stop() {
  if (server === null || server.exitCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
}

async function restart() {
  await stop();
  if (isStopping) return;
  server = spawn(process.execPath, ["--enable-source-maps", "dist/server.mjs"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
    // Ctrl-C is passed on by us: the server must not get it twice.
    detached: process.platform !== "win32",
  });
}

writeAgentPackage();
const bundles = await context({
  ...bundleOptions(["server"]),
  plugins: [
    {
      name: "restart",
      setup(build) {
        build.onEnd(({ errors }) => {
          if (errors.length === 0) restarting = restarting.then(restart);
        });
      },
    },
  ],
});
await bundles.watch();

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    isStopping = true;
    void restarting
      .then(stop)
      .then(() => bundles.dispose())
      .then(() => process.exit(0));
  });
}
