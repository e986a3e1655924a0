import { expect, test } from "vitest";
import { isAgentTooOld } from "./agent-version.ts";

test.each([
  { version: "1.1.9", isTooOld: true },
  { version: "1.2.0", isTooOld: false },
  { version: "1.2", isTooOld: false },
  { version: "1.2.0.1", isTooOld: false },
  { version: "1.10.0", isTooOld: false },
  { version: "0.9.9", isTooOld: true },
  { version: "2.0.0-beta.1", isTooOld: false },
  { version: "1.1.0+build.5", isTooOld: true },
  { version: "", isTooOld: null },
  { version: "next", isTooOld: null },
  { version: "1.2.x", isTooOld: null },
])("$version beside 1.2.0 is too old: $isTooOld", ({ version, isTooOld }) => {
  expect(isAgentTooOld({ version, kind: "hyperv" }, "1.2.0")).toBe(isTooOld);
});

test.each(["mock", "replay"])("%s is no agent of ours to update", (kind) => {
  expect(isAgentTooOld({ version: "0.0.1", kind }, "1.2.0")).toBeNull();
});
