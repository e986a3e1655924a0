import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";
import { bundleOptions, root, withPackages } from "@/scripts/bundle.mjs";

export interface Programs {
  /** The server without its pages, which take a long time to build. */
  readonly server: string;
  /** The command line. */
  readonly cli: string;
}

/** Bundles the programs that a test file starts as separate processes, in the same way as a release. */
export function bundlePrograms(): Programs {
  const programs = { folder: "", server: "", cli: "" };
  beforeAll(async () => {
    // Inside the repository, so that Node finds packages that are not bundled.
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
