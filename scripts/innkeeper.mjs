// npm run -s innkeeper -- COMMAND: the command line. Nothing else writes to standard output.
import { ensureBuild } from "./ensure-build.mjs";

ensureBuild({ withPages: false });
await import("../dist/cli.mjs");
