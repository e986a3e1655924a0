// Bundles the programs that run on Node: the server, the command line, the mock agent.
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
    // Dynamic imports are loaded only when used.
    splitting: true,
    chunkNames: "parts/[name]-[hash]",
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    sourcemap: true,
    // Next uses this package to keep server modules out of browser bundles; a bundle for Node does not need it.
    alias: { "server-only": "./scripts/empty-module.ts" },
    logLevel: "warning",
  };
}

/**
 * The command line and the mock agent include their packages: loading four hundred files takes longer than most of their
 * work. The server shares its packages with Next's bundles in the same process.
 * @param {import("esbuild").BuildOptions} options
 * @returns {import("esbuild").BuildOptions}
 */
export function withPackages(options) {
  return {
    ...options,
    packages: "bundle",
    // CommonJS packages load Node's built-in modules this way.
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
