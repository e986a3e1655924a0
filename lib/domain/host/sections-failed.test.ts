import { describe, expect, test } from "vitest";
import type { SectionFacts, SectionStatus } from "../facts.ts";
import type { HostJudgementInput } from "../judgement.ts";
import { sampleHost } from "../sample-facts.ts";
import { SECTION_NAMES } from "./section-states.ts";
import { sectionsFailed } from "./sections-failed.ts";

const NOW = "2026-11-24T12:00:00.000Z";
const NOTHING_UNREAD = {
  physicalAdapters: false,
  switches: false,
  hostAdapters: false,
  teams: false,
  smb: false,
  vms: false,
};

type Changed = Partial<Record<string, SectionStatus>>;

function input(statuses: Changed, changed: Partial<HostJudgementInput> = {}): HostJudgementInput {
  const named = Object.entries({
    ...Object.fromEntries(SECTION_NAMES.map((name) => [name, "ok" as const])),
    ...statuses,
  });
  const sections = named.map(([name, status]): SectionFacts => {
    return { name, status: status ?? "ok", durationMs: null, collectedAt: null, error: null };
  });
  return {
    host: sampleHost(),
    sections,
    unread: NOTHING_UNREAD,
    vmCount: 5,
    sentAt: NOW,
    receivedAt: NOW,
    ...changed,
  };
}

const withoutRights = sampleHost({ rights: { hyperv: false, administrator: false } });
const unread = (...names: string[]) => {
  return { ...NOTHING_UNREAD, ...Object.fromEntries(names.map((name) => [name, true])) };
};

describe("host.sections-failed", () => {
  test.each<{ name: string; given: HostJudgementInput; says: string }>([
    { name: "everything read", given: input({}), says: "ok" },
    { name: "partial, with rows", given: input({ switches: "partial", vms: "partial" }), says: "ok" },
    { name: "an attempt to send failed", given: input({ sending: "failed" }), says: "ok" },
    { name: "host failed", given: input({ host: "failed" }), says: "warning" },
    { name: "physicalAdapters failed", given: input({ physicalAdapters: "failed" }), says: "warning" },
    { name: "switches failed", given: input({ switches: "failed" }), says: "warning" },
    { name: "hostAdapters failed", given: input({ hostAdapters: "failed" }), says: "warning" },
    { name: "teams failed", given: input({ teams: "failed" }), says: "warning" },
    { name: "smb failed", given: input({ smb: "failed" }), says: "warning" },
    { name: "vms failed", given: input({ vms: "failed" }), says: "critical" },
    {
      name: "vms failed, though rows came",
      given: input({ vms: "failed" }, { vmCount: 3 }),
      says: "critical",
    },
    { name: "vms failed, among others", given: input({ vms: "failed", smb: "failed" }), says: "critical" },
    {
      name: "skipped",
      given: input({ smb: "skipped", vms: "skipped" }, { unread: unread("smb", "vms") }),
      says: "ok",
    },
    { name: "not named", given: input({}, { sections: [], unread: unread("smb", "vms") }), says: "ok" },
    { name: "an array null under ok", given: input({}, { unread: unread("teams") }), says: "warning" },
    {
      name: "an array null under partial",
      given: input({ teams: "partial" }, { unread: unread("teams") }),
      says: "warning",
    },
    { name: "smb null under ok", given: input({}, { unread: unread("smb") }), says: "warning" },
    { name: "vms null under ok", given: input({}, { unread: unread("vms"), vmCount: 0 }), says: "critical" },
    { name: "an unknown section", given: input({ replication: "failed" }), says: "ok" },
    {
      name: "vms failed for want of rights",
      given: input({ vms: "failed" }, { host: withoutRights, vmCount: 0, unread: unread("vms") }),
      says: "warning",
    },
    {
      name: "vms failed beside an info about rights",
      given: input({ vms: "failed" }, { host: withoutRights, vmCount: 3 }),
      says: "critical",
    },
    {
      name: "smb failed for want of rights",
      given: input({ smb: "failed" }, { host: withoutRights, vmCount: 0 }),
      says: "warning",
    },
  ])("$name → $says", ({ given, says }) => {
    const outcome = sectionsFailed(given);
    expect(outcome.status === "finding" ? outcome.severity : outcome.status).toBe(says);
  });

  test("names the sections in their order, with what Windows said", () => {
    const sections: SectionFacts[] = [
      { name: "smb", status: "failed", durationMs: 5000, collectedAt: null, error: "Access is denied." },
      { name: "switches", status: "ok", durationMs: 1, collectedAt: null, error: null },
    ];
    const outcome = sectionsFailed(input({}, { sections, unread: unread("switches") }));
    expect(outcome).toMatchObject({
      summary: "The agent could not read 2 of 7 sections: switches, smb.",
      evidence: [
        { name: "Section switches", value: "failed", decides: true },
        { name: "Section smb", value: "Access is denied.", decides: true },
      ],
    });
    expect(outcome.status === "finding" && outcome.remedies.map(({ cost }) => cost)).toEqual([
      "nothing",
      "nothing",
    ]);
  });

  test("only for VMs does it offer to restart Hyper-V's management, and states the cost", () => {
    const outcome = sectionsFailed(input({ vms: "failed" }));
    const remedies = outcome.status === "finding" ? outcome.remedies : [];
    expect(remedies.at(-1)?.command).toContain("Restart-Service vmms");
    expect(remedies.at(-1)?.cost).not.toBe("nothing");
  });
});
