import { expect, test } from "vitest";
import type { GenerationRow } from "@/lib/contract/api/generations.ts";
import { prepareGenerationCsv } from "./prepare-generation-csv.ts";

const NOW = Date.parse("2026-11-24T23:30:00.000Z");
const ID = "00000000-0000-4000-8000-000000000001";
const TITLES = new Map([
  ["G5", "The boot disk is a VHDX"],
  ["G7", "No checkpoints"],
]);

function row(name: string, changed: Partial<GenerationRow> = {}): GenerationRow {
  return {
    id: ID,
    name,
    host: { id: ID, name: "HV-01" },
    cluster: null,
    freshness: "fresh",
    health: "healthy",
    state: "Running",
    guestOs: "Windows Server 2019 Standard",
    configurationVersion: "9.0",
    verdict: "ready",
    gains: ["vtpm"],
    checks: {},
    ...changed,
  };
}

/** Each VM as a line of the file, by its column heads; no cell in these tests contains a comma. */
function linesOf(rows: readonly GenerationRow[], isBanded = false): Record<string, string>[] {
  const { text } = prepareGenerationCsv(rows, { titles: TITLES, isBanded, nowMs: NOW });
  const [head = "", ...lines] = text.replace("\uFEFF", "").trim().split("\r\n");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(head.split(",").map((name, index) => [name, cells[index] ?? ""]));
  });
}

test("the file is named after its day, and every check has a column", () => {
  const { name, text } = prepareGenerationCsv([row("a")], { titles: TITLES, isBanded: false, nowMs: NOW });
  expect(name).toBe("generation-1-vms-2026-11-24.csv");
  const [head = "", line = ""] = text.split("\r\n");
  expect(head.split(",")).toHaveLength(line.split(",").length);
  expect(new Set(head.split(",")).size).toBe(head.split(",").length);
  expect(head.match(/\bG\d+\b/g)).toHaveLength(15);
});

test("a line has the verdict, the first step, the gains in words, and each check", () => {
  const checks = { G5: "caution", G7: "unknown" } as const;
  expect(linesOf([row("a", { verdict: "caution", checks, configurationVersion: null })])).toMatchObject([
    {
      VM: "a",
      conversion: "caution",
      "first step": "convert its boot disk to VHDX",
      gains: "vTPM",
      "G5 The boot disk is a VHDX": "caution",
      "G7 No checkpoints": "unknown",
      G6: "pass",
      "configuration version": "",
    },
  ]);
});

test("what a VM on a silent host needs and would gain is unknown", () => {
  expect(linesOf([row("a", { freshness: "stale", verdict: "unknown" })])).toMatchObject([
    {
      conversion: "unknown",
      "first step": "wait for its host to report",
      gains: "unknown",
      "G5 The boot disk is a VHDX": "unknown",
    },
  ]);
});

test("the VMs are in the order of the list: by the work needed, or as sorted", () => {
  const rows = [row("blocked", { verdict: "blocked", checks: { G7: "block" } }), row("ready")];
  expect(linesOf(rows, true).map((line) => line["VM"])).toEqual(["ready", "blocked"]);
  expect(linesOf(rows, false).map((line) => line["VM"])).toEqual(["blocked", "ready"]);
});
