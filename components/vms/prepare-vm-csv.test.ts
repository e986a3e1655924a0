import { expect, test } from "vitest";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { prepareVmCsv } from "./prepare-vm-csv.ts";
import { vmRowFixture } from "./vm-row-fixture.ts";

const NOW = Date.parse("2026-11-24T12:00:00.000Z");

/** Each VM as a line of the file, by its column heads; no cell in these tests contains a comma. */
function linesOf(vms: readonly VmRow[]): Record<string, string>[] {
  const [head = "", ...lines] = prepareVmCsv(vms, NOW).text.replace("\uFEFF", "").trim().split("\r\n");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(head.split(",").map((name, index) => [name, cells[index] ?? ""]));
  });
}

test("the VMs file is named after its day and has a head for every column", () => {
  const { name, text } = prepareVmCsv([vmRowFixture("a")], NOW);
  expect(name).toBe("vms-2026-11-24.csv");
  const [head = "", line = ""] = text.split("\r\n");
  expect(head.split(",")).toHaveLength(line.split(",").length);
  expect(new Set(head.split(",")).size).toBe(head.split(",").length);
});

test("each status is under its service, and a missing verdict is empty", () => {
  const [line] = linesOf([
    vmRowFixture("a", { acceleration: { vmq: "active" }, guestOs: null, generation: null }),
  ]);
  expect(line).toMatchObject({ Heartbeat: "healthy", "Guest services": "disabled", VMQ: "active" });
  expect(line).toMatchObject({ "SR-IOV": "", "guest OS": "", generation: "" });
});

test("a silent host's VMs have no known service or technology status", () => {
  const [line] = linesOf([vmRowFixture("a", { freshness: "stale", acceleration: { vmq: "active" } })]);
  expect(line).toMatchObject({ freshness: "stale", Heartbeat: "unknown", VMQ: "unknown" });
});
