import { expect, test } from "vitest";
import { nextInterval } from "./next-interval.ts";

test.each([
  { name: "without a setting an agent keeps its own", kind: "hyperv", own: 300, setting: null, next: 300 },
  { name: "the setting applies to an agent on a host", kind: "hyperv", own: 60, setting: 300, next: 300 },
  { name: "also if it is shorter", kind: "hyperv", own: 300, setting: 60, next: 60 },
  { name: "but not to a simulated host", kind: "mock", own: 30, setting: 300, next: 30 },
  { name: "nor to a replayed one", kind: "replay", own: 60, setting: 300, next: 60 },
  { name: "an unknown interval is a minute", kind: "hyperv", own: 0, setting: null, next: 60 },
  { name: "none is below ten seconds", kind: "mock", own: 9, setting: null, next: 10 },
  { name: "ten are kept", kind: "mock", own: 10, setting: null, next: 10 },
] as const)("$name", ({ kind, own, setting, next }) => {
  expect(nextInterval({ kind, intervalSeconds: own }, setting)).toBe(next);
});
