import { expect, test } from "vitest";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import { hostRowFixture } from "./host-row-fixture.ts";
import { prepareHostCsv } from "./prepare-host-csv.ts";

const NOW = Date.parse("2026-11-24T23:30:00.000Z");

/** Each host as a line of the file, by its column heads; no cell in these tests contains a comma. */
function linesOf(hosts: readonly HostRow[], isBanded = true): Record<string, string>[] {
  const [head = "", ...lines] = prepareHostCsv(hosts, isBanded, NOW)
    .text.replace("\uFEFF", "")
    .trim()
    .split("\r\n");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(head.split(",").map((name, index) => [name, cells[index] ?? ""]));
  });
}

test("the hosts file is named after its day and has a head for every column", () => {
  const { name, text } = prepareHostCsv([hostRowFixture("HV-01")], true, NOW);
  expect(name).toBe("hosts-2026-11-24.csv");
  const [head = "", line = ""] = text.split("\r\n");
  expect(head.split(",")).toHaveLength(line.split(",").length);
  expect(new Set(head.split(",")).size).toBe(head.split(",").length);
});

test("it has the hosts in the order of the list: by cluster, or as sorted", () => {
  const hosts = [hostRowFixture("LAB", { cluster: null }), hostRowFixture("HV-10"), hostRowFixture("HV-9")];
  expect(linesOf(hosts).map((line) => line["host"])).toEqual(["HV-9", "HV-10", "LAB"]);
  expect(linesOf(hosts, false).map((line) => line["host"])).toEqual(["LAB", "HV-10", "HV-9"]);
});

test("what was not read is an empty cell, or unknown, and never a zero", () => {
  const [line] = linesOf([
    hostRowFixture("HV-01", {
      osCaption: null,
      osBuild: null,
      memoryBytes: null,
      acceleration: { rdma: "active" },
    }),
  ]);
  expect(line).toMatchObject({ system: "", build: "", "memory bytes": "", RDMA: "active", VMQ: "unknown" });
});

/** An attempt to send that failed is no part of the host that was not read. */
const sendingSection = {
  name: "sending",
  status: "failed",
  durationMs: null,
  collectedAt: null,
  error: "HTTP 503.",
} as const;

test("sections that were not fully read are listed only for reporting hosts", () => {
  const sections = [...hostRowFixture("A").sections, sendingSection].map((each) =>
    each.name === "smb" ? { ...each, status: "failed" as const } : each,
  );
  const lines = linesOf(
    [hostRowFixture("A", { sections }), hostRowFixture("B", { sections, freshness: "stale" })],
    false,
  );
  expect(lines.map((line) => line["sections not fully read"])).toEqual(["smb failed", ""]);
});

test("a host name that looks like a formula is not run as one", () => {
  expect(prepareHostCsv([hostRowFixture("=cmd|' /C calc'!A0")], true, NOW).text).toContain("'=cmd|");
});
