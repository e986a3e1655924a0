import { expect, test } from "vitest";
import { progressLine } from "./progress-line.ts";

const none = { of: { hosts: 0, vms: 0 }, hosts: 0, vms: 0, rewritten: 0, failed: [] };
const of = { hosts: 8, vms: 800 };

test.each([
  {
    name: "nothing to do",
    progress: none,
    seconds: 0,
    line: "[##############################] 100 %  0 of 0 hosts  0 VMs  0 changed",
  },
  {
    name: "before the first host",
    progress: { ...none, of },
    seconds: 5,
    line: "[..............................] 0 %  0 of 8 hosts  0 VMs  0 changed",
  },
  {
    name: "a quarter, with the remaining time",
    progress: { ...none, of, hosts: 2, vms: 200, rewritten: 3 },
    seconds: 4,
    line: "[########......................] 25 %  2 of 8 hosts  200 VMs  3 changed  12 s left",
  },
  {
    name: "too early for the remaining time",
    progress: { ...none, of, hosts: 2, vms: 200 },
    seconds: 1,
    line: "[########......................] 25 %  2 of 8 hosts  200 VMs  0 changed",
  },
  {
    name: "the last one failed",
    progress: { ...none, of, hosts: 7, vms: 700, failed: [{ hostId: "h", message: "broken" }] },
    seconds: 9,
    line: "[##############################] 100 %  8 of 8 hosts  700 VMs  0 changed  1 failed",
  },
  {
    name: "hosts added with older rules meanwhile",
    progress: { ...none, of, hosts: 9, vms: 900 },
    seconds: 9,
    line: "[##############################] 100 %  8 of 8 hosts  900 VMs  0 changed",
  },
])("$name", ({ progress, seconds, line }) => {
  expect(progressLine(progress, seconds)).toBe(line);
});
