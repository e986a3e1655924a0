import { expect, test } from "vitest";
import { joinPath } from "./wire-error.ts";

test.each([
  { path: "", step: "vms", joined: "vms" },
  { path: "vms", step: 3, joined: "vms[3]" },
  { path: "vms[3]", step: "adapters", joined: "vms[3].adapters" },
  { path: "", step: 0, joined: "[0]" },
  { path: "a", step: "vms_pp", joined: "a.vms_pp" },
  { path: "items", step: "two words", joined: 'items["two words"]' },
  { path: "items", step: "", joined: 'items[""]' },
  { path: "items", step: "10", joined: 'items["10"]' },
  { path: "items", step: "a.b", joined: 'items["a.b"]' },
  { path: "items", step: 'quote"', joined: String.raw`items["quote\""]` },
  { path: "items", step: "<b>&'", joined: String.raw`items["\u003cb\u003e\u0026\u0027"]` },
  { path: "items", step: "\0\u202e", joined: String.raw`items["\u0000\u202e"]` },
  { path: "items", step: "\ud800", joined: String.raw`items["\ud800"]` },
  { path: "items", step: "k".repeat(64), joined: `items.${"k".repeat(64)}` },
  { path: "items", step: "k".repeat(65), joined: `items["${"k".repeat(64)}..."]` },
])("$path and $step give $joined", ({ path, step, joined }) => {
  expect(joinPath(path, step)).toBe(joined);
});
