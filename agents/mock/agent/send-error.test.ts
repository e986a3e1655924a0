import { describe, expect, test } from "vitest";
import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { loneAgent, MINUTE_MS, NOW_MS } from "../testing/lone-agent.ts";
import { wellServer } from "../testing/loopback-server.ts";
import type { Answer } from "./answer.ts";
import { sendErrorAfter } from "./send-error.ts";

const sendingOf = ({ sections }: SnapshotV1) => {
  const section = sections.find(({ name }) => name === "sending");
  return section ? { status: section.status, error: section.error } : null;
};

describe("the section that reports the last send error", () => {
  test("is missing before an error, failed until an attempt succeeds, and keeps the error then", async () => {
    const well = wellServer();
    let posts = 0;
    const { live, reports } = loneAgent({
      reply: (request) =>
        request.path === "/api/v1/snapshots" && ++posts === 2
          ? { status: 422, body: { title: "Not this contract" } }
          : well(request),
    });
    await live(3.5);
    const error =
      "The server permanently refused a snapshot, which was set aside: HTTP 422: Not this contract";
    expect(reports().map(sendingOf)).toEqual([
      null,
      null,
      { status: "failed", error },
      { status: "ok", error },
    ]);
    const [, , third] = reports();
    expect(third?.sections.at(-1)?.collectedAt).toBe(new Date(NOW_MS + MINUTE_MS).toISOString());
  });

  test("of a host that was cut off says so in the reports from that time", async () => {
    const { live, reports } = loneAgent({ scenario: "offline-host", place: 2 });
    await live(30);
    const told = reports().map(sendingOf);
    expect(told[0]).toBeNull();
    expect(told.some((each) => each?.status === "failed")).toBe(true);
    expect(told.at(-1)).toEqual({
      status: "ok",
      error: "Snapshots could not be sent; they are kept: the way to the server is cut.",
    });
  });
});

describe("the last send error after an attempt", () => {
  const before = { text: "HTTP 503.", atMs: NOW_MS, isOver: false };
  const duplicate: Answer = { kind: "duplicate", status: 200 };

  test("is kept for seven days", () => {
    const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
    expect(sendErrorAfter(before, duplicate, NOW_MS + WEEK_MS)).toEqual({ ...before, isOver: true });
    expect(sendErrorAfter(before, duplicate, NOW_MS + WEEK_MS + 1)).toBeNull();
  });

  test.each<[answer: Answer, text: string]>([
    [
      { kind: "unwelcome", status: 401, reason: "Unknown." },
      "HTTP 401: Unknown. Collected snapshots are kept.",
    ],
    [
      { kind: "busy", status: 502, reason: "HTTP 502", retryAfterMs: null },
      "Snapshots could not be sent; they are kept: HTTP 502.",
    ],
  ])("begins with the status of the response: %o", (answer, text) => {
    expect(sendErrorAfter(null, answer, NOW_MS)).toEqual({ text, atMs: NOW_MS, isOver: false });
  });
});
