import { describe, expect, test } from "vitest";
import type { HostFacts, SectionStatus } from "../facts.ts";
import { sampleHost } from "../sample-facts.ts";
import { hostChanges, type HostMoment } from "./host-changes.ts";
import { SECTION_NAMES } from "./section-states.ts";

type Told = [field: string, from: string | null, to: string | null];

const sections = (changed: Record<string, SectionStatus> = {}) =>
  SECTION_NAMES.map((name) => ({ name, status: changed[name] ?? ("ok" as const) }));

const moment = (changed: Partial<HostMoment> = {}): HostMoment => ({
  freshness: "fresh",
  host: sampleHost(),
  agent: { version: "1.0.0", kind: "hyperv", intervalSeconds: 60 },
  sections: sections(),
  ...changed,
});

const withOs = (changed: Partial<NonNullable<HostFacts["os"]>>) => {
  const { os } = sampleHost();
  return moment({ host: sampleHost({ os: os && { ...os, ...changed } }) });
};

describe("hostChanges", () => {
  test.each<{ name: string; before?: HostMoment; after: HostMoment; entries: Told[] }>([
    { name: "the same", after: moment(), entries: [] },
    {
      name: "freshness",
      before: moment({ freshness: "stale" }),
      after: moment(),
      entries: [["freshness", "stale", "fresh"]],
    },
    {
      name: "name",
      after: moment({ host: sampleHost({ name: "HV-02", fqdn: "hv-02.corp.example" }) }),
      entries: [
        ["name", "HV-01", "HV-02"],
        ["fqdn", "hv-01.corp.example", "hv-02.corp.example"],
      ],
    },
    { name: "a patch", after: withOs({ ubr: 2900 }), entries: [["osBuild", "20348.2849", "20348.2900"]] },
    {
      name: "an upgrade",
      after: withOs({ build: 26100, ubr: 1 }),
      entries: [["osBuild", "20348.2849", "26100.1"]],
    },
    { name: "build unread", after: withOs({ build: null }), entries: [] },
    { name: "all of the system unread", after: moment({ host: sampleHost({ os: null }) }), entries: [] },
    {
      name: "a restart",
      after: withOs({ bootedAt: "2026-11-24T03:00:00Z" }),
      entries: [["bootedAt", "2026-10-01T03:00:00Z", "2026-11-24T03:00:00Z"]],
    },
    {
      name: "boot time that wanders five minutes",
      after: withOs({ bootedAt: "2026-10-01T03:05:00Z" }),
      entries: [],
    },
    {
      name: "boot time past five minutes",
      after: withOs({ bootedAt: "2026-10-01T03:05:01Z" }),
      entries: [["bootedAt", "2026-10-01T03:00:00Z", "2026-10-01T03:05:01Z"]],
    },
    { name: "boot time unread", after: withOs({ bootedAt: null }), entries: [] },
    {
      name: "another cluster",
      after: moment({ host: sampleHost({ cluster: { name: "CL-02", nodes: null } }) }),
      entries: [["cluster", "CL-01", "CL-02"]],
    },
    {
      name: "left its cluster",
      after: moment({ host: sampleHost({ cluster: null }) }),
      entries: [["cluster", "CL-01", null]],
    },
    {
      name: "joined a cluster",
      before: moment({ host: sampleHost({ cluster: null }) }),
      after: moment(),
      entries: [["cluster", null, "CL-01"]],
    },
    {
      name: "more nodes in its cluster",
      after: moment({ host: sampleHost({ cluster: { name: "CL-01", nodes: ["HV-01"] } }) }),
      entries: [],
    },
    {
      name: "a new agent",
      after: moment({ agent: { version: "1.1.0", kind: "hyperv", intervalSeconds: 60 } }),
      entries: [["agentVersion", "1.0.0", "1.1.0"]],
    },
    {
      name: "another interval",
      after: moment({ agent: { version: "1.0.0", kind: "hyperv", intervalSeconds: 300 } }),
      entries: [["intervalSeconds", "60", "300"]],
    },
    {
      name: "rights lost",
      after: moment({ host: sampleHost({ rights: { hyperv: true, administrator: false } }) }),
      entries: [["rights.administrator", "true", "false"]],
    },
    { name: "rights unread", after: moment({ host: sampleHost({ rights: null }) }), entries: [] },
    {
      name: "sections",
      after: moment({ sections: sections({ vms: "failed", smb: "partial" }) }),
      entries: [
        ["sections.smb", "ok", "partial"],
        ["sections.vms", "ok", "failed"],
      ],
    },
    {
      name: "a section that a newer agent names",
      after: moment({ sections: [...sections(), { name: "gpu", status: "ok" }] }),
      entries: [["sections.gpu", "skipped", "ok"]],
    },
    {
      name: "an earlier attempt to send that failed",
      after: moment({ sections: [...sections(), { name: "sending", status: "failed" }] }),
      entries: [],
    },
    { name: "sections in another order", after: moment({ sections: sections().toReversed() }), entries: [] },
  ])("$name", ({ before = moment(), after, entries }) => {
    const changes = hostChanges(before, after);
    expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual(entries);
    expect(changes.every(({ kind }) => kind === "host")).toBe(true);
  });

  test("a new host is one entry", () => {
    expect(hostChanges(null, moment())).toEqual([{ kind: "host", field: "name", from: null, to: "HV-01" }]);
  });

  test("an agent that names thousands of sections writes no more than 50 entries", () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ name: `s${index}`, status: "ok" as const }));
    expect(hostChanges(moment(), moment({ sections: many }))).toHaveLength(50);
  });
});
