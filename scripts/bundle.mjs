// Bundles what runs on Node alone: the server, the command line, the mock agent. Takes milliseconds.
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const ENTRIES = { server: "lib/server/main.ts", cli: "lib/cli/main.ts", mock: "agents/mock/main.ts" };

/**
 * @param {("server" | "cli" | "mock")[]} names
 * @returns {import("esbuild").BuildOptions}
 */
export function bundleOptions(names) {
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, ENTRIES[name]])),
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is imported late is read late.
    splitting: true,
    chunkNames: "parts/[name]-[hash]",
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    sourcemap: true,
    // Next forbids server modules in the browser with this package; a bundle for Node is no browser.
    alias: { "server-only": "./scripts/empty-module.ts" },
    logLevel: "warning",
  };
}

/** @param {("server" | "cli" | "mock")[]} names */
export async function bundle(names) {
  const { build } = await import("esbuild");
  await build(bundleOptions(names));
}
