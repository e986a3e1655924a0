// npm run dev: the server in development mode, restarted whenever its own sources change. Next itself reloads pages.
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
    // This process forwards Ctrl-C, so the server must not receive it directly as well.
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
