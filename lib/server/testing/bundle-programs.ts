import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";
import { bundleOptions, root, withPackages } from "@/scripts/bundle.mjs";

export interface Programs {
  /** The server without its pages, which take long to build. */
  readonly server: string;
  /** The command line. */
  readonly cli: string;
}

/** Bundles what a test file runs as processes of their own, as a release is bundled. */
export function bundlePrograms(): Programs {
  const programs = { folder: "", server: "", cli: "" };
  beforeAll(async () => {
    // Inside the repository, where Node finds the packages that stay outside of a bundle.
    await mkdir(join(root, "dist"), { recursive: true });
    programs.folder = await mkdtemp(join(root, "dist", "test-"));
    const options = { ...bundleOptions([]), outdir: programs.folder };
    await build({ ...options, entryPoints: { server: "lib/server/testing/serve-without-pages.ts" } });
    await build({ ...withPackages(options), entryPoints: { cli: "lib/cli/main.ts" } });
    programs.server = join(programs.folder, "server.mjs");
    programs.cli = join(programs.folder, "cli.mjs");
  });
  afterAll(() => rm(programs.folder, { recursive: true, force: true }));
  return programs;
}
