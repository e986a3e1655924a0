import { describe, expect, test } from "vitest";
import type { FindingView } from "@/lib/contract/api/findings.ts";
import { prepareFixScript } from "./prepare-fix-script.ts";

function finding(
  id: string,
  change: Partial<FindingView> & { command?: string; cost?: string } = {},
): FindingView {
  const { command = `Fix-${id}`, cost = "nothing", ...rest } = change;
  return {
    id,
    rule: "is.vss",
    severity: "warning",
    summary: "Backups cannot quiesce this guest",
    evidence: [],
    remedies: [{ runOn: "host", shell: "powershell", platform: null, command, cost, note: "" }],
    openedAt: "2025-11-24T11:00:00.000Z",
    confirmedAt: null,
    frozenAt: null,
    resolvedAt: null,
    resolution: null,
    exception: null,
    host: { id: "host-a", name: "HV-A" },
    vm: { id: `vm-${id}`, name: `VM-${id}` },
    cluster: null,
    vmsTouched: 1,
    ...rest,
  };
}

describe("one script for many findings", () => {
  test("it groups by where to run", () => {
    const { text } = prepareFixScript([
      finding("1", { host: { id: "b", name: "HV-B" } }),
      finding("2"),
      finding("3", { host: { id: "b", name: "HV-B" } }),
    ]);
    expect(text.match(/---- Run on/g)).toHaveLength(2);
    expect(text.indexOf("Run on HV-A")).toBeLessThan(text.indexOf("Run on HV-B"));
    expect(text.indexOf("Fix-2")).toBeLessThan(text.indexOf("Fix-1"));
  });

  test("fixes with a cost come last, with every line commented out", () => {
    const script = prepareFixScript([
      finding("1", { command: "Stop-VM\nStart-VM", cost: "a reboot of the guest" }),
      finding("2", { cost: "nothing; no reboot" }),
    ]);
    expect(script).toMatchObject({ fixes: 2, costly: 1 });
    expect(script.text).toContain("# Stop-VM\n# Start-VM");
    expect(script.text.indexOf("Fix-2")).toBeLessThan(script.text.indexOf("# Stop-VM"));
    expect(script.text).toContain("Costs: a reboot of the guest");
  });

  test("the same finding is fixed once, a resolved one not at all", () => {
    const script = prepareFixScript([
      finding("1"),
      finding("1"),
      finding("2", { resolvedAt: "2025-11-24T11:30:00.000Z" }),
    ]);
    expect(script.fixes).toBe(1);
    expect(script.text).not.toContain("Fix-2");
  });

  test("findings without a command are counted", () => {
    expect(prepareFixScript([finding("1", { remedies: [] })])).toMatchObject({ fixes: 0, without: 1 });
  });

  test.each(["\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"])(
    "a name with %j in it cannot leave its comment",
    (end) => {
      const name = `bad${end}Remove-Item C:\\`;
      const { text } = prepareFixScript([
        finding("1", { vm: { id: "x", name } }),
        finding("2", { host: { id: "b", name }, summary: `It is ${name}`, cost: "a reboot" }),
        finding("3", {
          vm: { id: "y", name },
          remedies: [
            { runOn: "guest", shell: "bash", platform: null, command: "Fix-3", cost: "nothing", note: "" },
          ],
        }),
      ]);
      const typed = text
        .split(/[\n\r\u0085\u2028\u2029]+/)
        .filter((line) => line !== "" && !line.startsWith("#"));
      expect(typed.toSorted()).toEqual(["Fix-1", "Fix-3"]);
    },
  );

  test("a name cannot reverse the text of its line", () => {
    const { text } = prepareFixScript([finding("1", { vm: { id: "x", name: "bad\u202E\u2066name" } })]);
    expect(text).toContain("# bad name: Backups");
  });
});
