import { describe, expect, test } from "vitest";
import { compareVmVersions, isPrereleaseVmVersion, newestCommonVmVersion } from "./common-vm-version.ts";

const SERVER_2012R2 = ["5.0"];
const SERVER_2016 = ["5.0", "6.2", "7.0", "7.1", "8.0"];
const SERVER_2019 = [...SERVER_2016, "8.1", "8.2", "8.3", "9.0"];
const SERVER_2022 = ["8.0", "8.1", "8.2", "8.3", "9.0", "9.1", "9.2", "9.3", "10.0"];
const SERVER_2025 = [...SERVER_2022, "11.0", "12.0"];

describe("newestCommonVmVersion", () => {
  test.each<{ name: string; lists: (string[] | null)[]; newest: string | null }>([
    { name: "a host of its own", lists: [SERVER_2022], newest: "10.0" },
    { name: "compared as numbers, not as text", lists: [["9.3", "10.0", "8.0"]], newest: "10.0" },
    { name: "minor versions count", lists: [["8.2", "8.3", "8.1"]], newest: "8.3" },
    { name: "a cluster of equals", lists: [SERVER_2022, SERVER_2022], newest: "10.0" },
    {
      name: "a cluster in the middle of an upgrade",
      lists: [SERVER_2025, SERVER_2022, SERVER_2025],
      newest: "10.0",
    },
    { name: "whichever node asks", lists: [SERVER_2022, SERVER_2025], newest: "10.0" },
    { name: "older than both ends", lists: [SERVER_2022, SERVER_2016], newest: "8.0" },
    { name: "nothing in common", lists: [SERVER_2025, SERVER_2012R2], newest: null },
    { name: "prerelease is left out", lists: [[...SERVER_2025, "254.0"]], newest: "12.0" },
    {
      name: "experimental is left out",
      lists: [
        [...SERVER_2025, "255.0"],
        [...SERVER_2025, "255.0"],
      ],
      newest: "12.0",
    },
    { name: "the last before prerelease", lists: [["12.0", "253.9", "254.0"]], newest: "253.9" },
    { name: "nothing but prerelease", lists: [["254.0", "255.0"]], newest: null },
    { name: "this host unread", lists: [null], newest: null },
    { name: "this host's list empty", lists: [[]], newest: null },
    { name: "a node unread", lists: [SERVER_2022, null], newest: null },
    { name: "a node's list empty", lists: [SERVER_2022, []], newest: null },
    { name: "no host at all", lists: [], newest: null },
    { name: "what is no version is passed over", lists: [["latest", "", "9.0"]], newest: "9.0" },
    { name: "one version in two spellings", lists: [["9.0"], ["9.0.0.0"]], newest: "9.0" },
    { name: "2019 and 2022", lists: [SERVER_2019, SERVER_2022], newest: "9.0" },
  ])("$name → $newest", ({ lists, newest }) => {
    expect(newestCommonVmVersion(lists)).toBe(newest);
  });
});

describe("compareVmVersions", () => {
  test.each([
    { left: "10.0", right: "9.3", sign: 1 },
    { left: "8.0", right: "8.1", sign: -1 },
    { left: "9.0", right: "9.0", sign: 0 },
    { left: "9.0", right: "9.0.0.0", sign: 0 },
    { left: "9.0.1", right: "9.0", sign: 1 },
    { left: "newest", right: "9.0", sign: null },
    { left: "9.0", right: "", sign: null },
  ])("$left against $right → $sign", ({ left, right, sign }) => {
    const difference = compareVmVersions(left, right);
    expect(difference === null ? null : Math.sign(difference)).toBe(sign);
  });
});

test.each([
  { version: "253.9", is: false },
  { version: "254.0", is: true },
  { version: "255.0", is: true },
  { version: "12.0", is: false },
  { version: "", is: false },
])("$version is prerelease: $is", ({ version, is }) => {
  expect(isPrereleaseVmVersion(version)).toBe(is);
});
