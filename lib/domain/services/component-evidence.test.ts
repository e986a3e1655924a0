import { describe, expect, test } from "vitest";
import type { IntegrationServiceFacts } from "../facts.ts";
import { sampleGuest } from "../sample-facts.ts";
import { ago, allRows, judge, lastKnown, linux, serviceRows, VM_ID, verdict } from "../testing/vm-cases.ts";

const NO_CONTACT = { primaryStatus: 12 };
const rowsWith = (key: string, change: Partial<IntegrationServiceFacts> | null) =>
  serviceRows({ [key]: change });

describe("evidence and words", () => {
  test("a healthy service shows its switch and its number", () => {
    expect(verdict(judge(), "vss")).toEqual({
      key: "vss",
      status: "healthy",
      severity: null,
      follows: null,
      impact: "Varies",
      summary: "Backups can quiesce this guest.",
      evidence: [
        { name: "enabled", value: true },
        { name: "primaryStatus", value: 2, decides: true },
      ],
      remedies: [],
    });
  });

  test("a secondary status is shown, and an older protocol is said", () => {
    const older = { secondaryStatus: 32775, secondaryStatusText: "The protocol version does not match." };
    const judged = verdict(judge({ integrationServices: rowsWith("vss", older) }), "vss");
    expect(judged).toMatchObject({ status: "healthy", severity: null });
    expect(judged.summary).toContain("older protocol");
    expect(judged.evidence).toContainEqual({ name: "secondaryStatus", value: 32775 });
    expect(judged.evidence).toContainEqual({ name: "secondaryStatusText", value: older.secondaryStatusText });
  });

  test("the host's translation of a number is shown, and never read", () => {
    const row = { primaryStatus: 12, primaryStatusText: "Kein Kontakt", name: "VSS" };
    const judged = verdict(judge({ integrationServices: rowsWith("vss", row) }), "vss");
    expect(judged.status).toBe("failed");
    expect(judged.evidence).toContainEqual({ name: "primaryStatusText", value: "Kein Kontakt" });
  });

  test("an unread setting is stated", () => {
    const judged = verdict(judge({ integrationServices: rowsWith("vss", { enabled: null }) }), "vss");
    expect(judged.summary).toContain("setting on the host could not be read");
    expect(judged.evidence[0]).toEqual({ name: "enabled", value: null });
  });

  test("silent data exchange keeps the last known guest, and states it", () => {
    const vm = { guest: null, integrationServices: rowsWith("data-exchange", NO_CONTACT) };
    const judged = verdict(judge(vm, { memory: lastKnown(sampleGuest()) }), "data-exchange");
    expect(judged.severity).toBe("warning");
    expect(judged.evidence).toContainEqual({
      name: "lastKnownGuest",
      value: "Windows Server 2022 Datacenter",
    });
    expect(judged.evidence).toContainEqual({ name: "lastKnownAt", value: ago({ hours: 1 }) });
  });

  test("a guest's name is shown as evidence, and never put into a sentence or a command", () => {
    const hostile = "Ubuntu'; Remove-Item C:\\ -Recurse #";
    const vm = {
      name: hostile,
      guest: linux(hostile),
      integrationServices: allRows({ primaryStatus: 6, enabled: true }),
    };
    for (const { summary, remedies } of judge(vm).services) {
      expect(summary).not.toContain("Remove-Item");
      for (const { command, note } of remedies) expect(command + note).not.toContain("Remove-Item");
    }
  });

  test("every remedy states where, with what and at what cost", () => {
    const judged = judge({ integrationServices: allRows({ primaryStatus: 12, enabled: null }), guest: null });
    const all = judged.services.flatMap(({ remedies }) => remedies);
    expect(all.length).toBeGreaterThan(0);
    for (const { command, cost, note } of all) {
      expect(command).not.toBe("");
      expect(cost).not.toBe("");
      expect(note).not.toBe("");
    }
    expect(all[0]?.command).toContain(VM_ID);
  });
});
