import { describe, expect, test } from "vitest";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { hostViewFixture } from "../host-view-fixture.ts";
import { ASK_AGENT, prepareAgentAdvice, sayClock } from "./prepare-agent.ts";

const advise = (change: Partial<HostView>) =>
  prepareAgentAdvice(hostViewFixture(change), "the line").map(({ key, command, href }) => ({
    key,
    command,
    href,
  }));

describe("what to do about an agent", () => {
  test.each<[name: string, host: Partial<HostView>, keys: string[]]>([
    ["all is well", { agent: { spool: { pending: 0, dropped: 0 } } }, []],
    ["nothing of it is known", { agent: {}, isAgentTooOld: null, clockAheadSeconds: null }, []],
    ["it is silent", { freshness: "stale" }, ["silent"]],
    ["an invented fleet is silent", { freshness: "stale", agentKind: "mock" }, []],
    ["it may not read Hyper-V", { host: { rights: { hyperv: false } } }, ["rights"]],
    ["its clock is at the limit", { clockAheadSeconds: -120 }, []],
    ["its clock is beyond the limit", { clockAheadSeconds: -121 }, ["clock"]],
    ["the newest one is on its way", { agent: { spool: { pending: 1, dropped: 0 } } }, []],
    ["several wait", { agent: { spool: { pending: 2, dropped: 0 } } }, ["pending"]],
    ["some were lost", { agent: { spool: { pending: 40, dropped: 3 } } }, ["dropped", "pending"]],
  ])("%s", (_name, host, keys) => {
    expect(advise(host).map(({ key }) => key)).toEqual(keys);
  });

  test("dropped snapshots are explained by the error that it reported, or by asking the agent", () => {
    const agent = { spool: { pending: 0, dropped: 3 } };
    const sending = {
      name: "sending",
      status: "ok",
      durationMs: null,
      collectedAt: null,
      error: "No.",
    } as const;
    expect(advise({ agent })[0]?.command).toBe(ASK_AGENT);
    expect(advise({ agent, sections: [sending] })[0]?.command).toBeNull();
  });

  test("pending snapshots are explained by an error that is not over, or by a check of the connection", () => {
    const agent = { spool: { pending: 3, dropped: 0 } };
    const sending = { name: "sending", durationMs: null, collectedAt: null, error: "No." } as const;
    const commandIf = (status: "ok" | "failed") =>
      advise({ agent, sections: [{ ...sending, status }] })[0]?.command;
    expect([commandIf("failed"), commandIf("ok")]).toEqual([null, "Test-Innkeeper"]);
  });

  test("an outdated one is updated with one command", () => {
    expect(advise({ isAgentTooOld: true })).toEqual([{ key: "old", command: "the line", href: null }]);
  });
});

test.each([
  { seconds: 0, words: "right" },
  { seconds: 12, words: "12 s ahead of the server’s" },
  { seconds: -180, words: "3 min behind the server’s" },
])("a clock that is $seconds s ahead is $words", ({ seconds, words }) => {
  expect(sayClock(seconds)).toBe(words);
});
