import { describe, expect, test } from "vitest";
import { hostViewFixture } from "../host-view-fixture.ts";
import { adviseSection, areVmsUnread, prepareFactTables, prepareSmb } from "./prepare-host.ts";

describe("the network as tables", () => {
  const GUID = "11111111-1111-4111-8111-111111111111";

  test("unread is not none", () => {
    const tables = prepareFactTables(hostViewFixture({ teams: null }));
    expect(tables.map(({ key, rows }) => [key, rows])).toEqual([
      ["physicalAdapters", []],
      ["switches", []],
      ["hostAdapters", []],
      ["teams", null],
    ]);
  });

  test("a switch lists its adapters by name, and an unlisted one by its id", () => {
    const other = "22222222-2222-4222-8222-222222222222";
    const tables = prepareFactTables(
      hostViewFixture({
        physicalAdapters: [
          {
            name: "SLOT 2",
            interfaceGuid: GUID,
            linkSpeedBitsPerSecond: 25_000_000_000,
            sriov: { enabled: true },
            rdma: { listed: false, enabled: null },
          },
        ],
        switches: [{ name: "vSwitch", adapterGuids: [GUID, other], iovEnabled: false }],
      }),
    );
    expect(tables[0]?.rows?.[0]?.slice(0, 7)).toEqual([
      "SLOT 2",
      "not read",
      "not read",
      "25 Gbps",
      "not read",
      "yes",
      "none",
    ]);
    expect(tables[1]?.rows?.[0]?.slice(0, 5)).toEqual([
      "vSwitch",
      "not read",
      `SLOT 2, ${other}`,
      "not read",
      "no",
    ]);
  });
});

describe("SMB", () => {
  test("unread stays unread", () => expect(prepareSmb(null)).toBeNull());
  test("connections are counted", () => {
    const smb = prepareSmb({
      client: { enableMultiChannel: true },
      connections: [
        { clientRdmaCapable: true, serverRdmaCapable: true },
        { clientRdmaCapable: true, serverRdmaCapable: false },
      ],
    });
    expect(Object.fromEntries(smb ?? [])).toMatchObject({
      "Multichannel, as a client": "yes",
      "Multichannel, as a server": "not read",
      Connections: "2",
      "RDMA at both ends": "1",
    });
  });
});

test.each([
  { status: "ok" as const, error: null, words: /^nothing to do$/ },
  { status: "skipped" as const, error: null, words: /turned off/ },
  { status: "failed" as const, error: "Access is denied.", words: /lacks rights/ },
  { status: "failed" as const, error: "Zugriff verweigert", words: /lacks rights/ },
  { status: "partial" as const, error: "The operation timed out", words: /too long/ },
  { status: "failed" as const, error: "did not respond within 20 s", words: /too long.*vmms/ },
  {
    status: "failed" as const,
    error: "was not started: the time limit of the run (150 s) was reached",
    words: /The parts before it/,
  },
  {
    status: "partial" as const,
    error: "Settings of 90 of 200 VMs were not read within 15 s; a later run reads them.",
    words: /Nothing to do/,
  },
  { status: "failed" as const, error: null, words: /last known values/ },
])("a section that is $status with “$error”", ({ status, error, words }) => {
  const advice = adviseSection({ name: "smb", status, error, durationMs: null, collectedAt: null });
  expect(advice ?? "nothing to do").toMatch(words);
});

describe("whether the VMs are known", () => {
  const read = { name: "vms", status: "ok", error: null, durationMs: null, collectedAt: null } as const;
  const failed = { ...read, status: "failed" } as const;

  test.each([
    { name: "it has VMs", vms: 3, section: failed, hyperv: false, is: false },
    { name: "it has none, and all was read", vms: 0, section: read, hyperv: true, is: false },
    { name: "they could not be read", vms: 0, section: failed, hyperv: true, is: true },
    { name: "the agent may not see any", vms: 0, section: read, hyperv: false, is: true },
    { name: "the agent's rights are not reported", vms: 0, section: read, hyperv: null, is: false },
  ])("$name: $is", ({ vms, section, hyperv, is }) => {
    const host = hostViewFixture({ host: { rights: { hyperv } }, sections: [section], vms });
    expect(areVmsUnread(host)).toBe(is);
  });
});
