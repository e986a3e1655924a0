import "./install.mjs";
import { bundle } from "./bundle.mjs";

await bundle(["mock"]);
await import("../dist/mock.mjs");
