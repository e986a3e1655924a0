// Bundles what runs on Node alone: the server, the command line, the mock agent.
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

/**
 * The command line and the mock agent have their packages in them: looking for four hundred files takes longer than most of
 * what they do. The server shares its packages with Next's bundles, which are in the same process.
 * @param {import("esbuild").BuildOptions} options
 * @returns {import("esbuild").BuildOptions}
 */
export function withPackages(options) {
  return {
    ...options,
    packages: "bundle",
    // Packages of the older kind ask for Node's own modules this way.
    banner: {
      js: 'import * as nodeModule from "node:module"; const require = nodeModule.createRequire(import.meta.url);',
    },
  };
}

/** @param {("server" | "cli" | "mock")[]} names */
export async function bundle(names) {
  const { build } = await import("esbuild");
  const alone = names.filter((name) => name !== "server");
  if (names.includes("server")) await build(bundleOptions(["server"]));
  if (alone.length > 0) await build(withPackages(bundleOptions(alone)));
}
