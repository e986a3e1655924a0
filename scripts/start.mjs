// npm start: builds if the build is missing or outdated, then runs the server in this process, so that signals reach it.
import { ensureBuild } from "./ensure-build.mjs";

ensureBuild({ withPages: true });
process.env.NODE_ENV = "production";
await import("../dist/server.mjs");
