// npm start: builds where there is no build of these sources, then is the server itself, so that signals reach it.
import { ensureBuild } from "./ensure-build.mjs";

ensureBuild({ withPages: true });
process.env.NODE_ENV = "production";
await import("../dist/server.mjs");
