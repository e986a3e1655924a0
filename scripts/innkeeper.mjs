// npm run -s innkeeper -- COMMAND: the command line. Only it writes to standard output.
import { ensureBuild } from "./ensure-build.mjs";

ensureBuild({ withPages: false });
await import("../dist/cli.mjs");
