import { describe, expect, test } from "vitest";
import { toAnswer } from "./answer.ts";

const NOW_MS = Date.parse("2026-11-23T08:00:00Z");
const ID = "0193f1a2-7b3c-7d4e-8f5a-6b7c8d9e0f1a";
const STORED = { snapshotId: ID, hostId: "h", vms: 12, changes: 3, nextIntervalSeconds: 90 };

describe("the meaning of a response", () => {
  test.each([
    { name: "stored", status: 201, body: STORED, kind: "stored" },
    { name: "stored, of another report", status: 201, body: { ...STORED, snapshotId: "x" }, kind: "busy" },
    { name: "201 with a page", status: 201, body: "<html>", kind: "busy" },
    { name: "known already", status: 200, body: { duplicate: true }, kind: "duplicate" },
    { name: "overtaken", status: 200, body: { stale: true }, kind: "stale" },
    { name: "200 with a proxy's page", status: 200, body: "<html>Please sign in</html>", kind: "busy" },
    { name: "200 that says neither", status: 200, body: {}, kind: "busy" },
    { name: "not JSON", status: 400, body: {}, kind: "refused" },
    { name: "too large", status: 413, body: {}, kind: "refused" },
    { name: "encoding not taken", status: 415, body: {}, kind: "refused" },
    { name: "not this contract", status: 422, body: {}, kind: "refused" },
    { name: "token unknown", status: 401, body: {}, kind: "unwelcome" },
    { name: "not this host's", status: 403, body: {}, kind: "unwelcome" },
    { name: "another machine", status: 409, body: {}, kind: "unwelcome" },
    { name: "too many", status: 429, body: {}, kind: "busy" },
    { name: "bad gateway", status: 502, body: {}, kind: "busy" },
    { name: "away", status: 503, body: {}, kind: "busy" },
    { name: "gateway time-out", status: 504, body: {}, kind: "busy" },
    { name: "broken", status: 500, body: {}, kind: "busy" },
    { name: "moved: never followed with a token", status: 302, body: {}, kind: "busy" },
    { name: "not there (yet): nothing is lost", status: 404, body: {}, kind: "busy" },
  ])("$status $name → $kind", ({ status, body, kind }) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    expect(toAnswer({ status, retryAfter: null, body: text }, ID, NOW_MS).kind).toBe(kind);
  });

  test("a stored report brings the next interval, or none", () => {
    const read = (body: object) =>
      toAnswer({ status: 201, retryAfter: null, body: JSON.stringify(body) }, ID, NOW_MS);
    expect(read(STORED)).toMatchObject({ vms: 12, changes: 3, nextIntervalSeconds: 90 });
    expect(read({ snapshotId: ID })).toMatchObject({ nextIntervalSeconds: null });
  });

  test("the wait for a busy server is as long as it asks for", () => {
    const answer = toAnswer({ status: 503, retryAfter: "7", body: "" }, ID, NOW_MS);
    expect(answer).toMatchObject({ kind: "busy", retryAfterMs: 7_000 });
  });

  test("a problem is one line", () => {
    const body = JSON.stringify({
      title: "The body does not follow the contract.",
      errors: [
        { path: "vms.0.id", message: "is listed twice" },
        { path: "epoch", message: "must not be negative" },
      ],
    });
    expect(toAnswer({ status: 422, retryAfter: null, body }, ID, NOW_MS)).toMatchObject({
      reason: "The body does not follow the contract.: vms.0.id is listed twice",
    });
  });
});
