import { describe, expect, test } from "vitest";
import { observedAt } from "./observed-at.ts";

const RECEIVED = "2026-11-24T12:00:00.000Z";

describe("observedAt", () => {
  test.each([
    {
      name: "sent at once",
      collectedAt: "2026-11-24T12:00:00.000Z",
      sentAt: "2026-11-24T12:00:00.000Z",
      at: RECEIVED,
    },
    {
      name: "collecting took six seconds and a bit",
      collectedAt: "2026-11-24T11:59:53.620Z",
      sentAt: "2026-11-24T12:00:00.000Z",
      at: "2026-11-24T11:59:53.620Z",
    },
    {
      name: "a host three hours ahead",
      collectedAt: "2026-11-24T14:59:50.000Z",
      sentAt: "2026-11-24T15:00:00.000Z",
      at: "2026-11-24T11:59:50.000Z",
    },
    {
      name: "a host a year behind, whose report waited two hours",
      collectedAt: "2025-11-24T01:00:00Z",
      sentAt: "2025-11-24T03:00:00Z",
      at: "2026-11-24T10:00:00.000Z",
    },
    {
      name: "a clock set back between reading and sending",
      collectedAt: "2026-11-24T12:00:01.000Z",
      sentAt: "2026-11-24T12:00:00.000Z",
      at: RECEIVED,
    },
    {
      name: "set back by days",
      collectedAt: "2026-11-29T12:00:00Z",
      sentAt: "2026-11-24T12:00:00Z",
      at: RECEIVED,
    },
    {
      name: "waited exactly seven days",
      collectedAt: "2026-11-17T12:00:00.000Z",
      sentAt: "2026-11-24T12:00:00.000Z",
      at: "2026-11-17T12:00:00.000Z",
    },
    {
      name: "a millisecond less than seven days",
      collectedAt: "2026-11-17T12:00:00.001Z",
      sentAt: "2026-11-24T12:00:00.000Z",
      at: "2026-11-17T12:00:00.001Z",
    },
    {
      name: "longer than seven days is held at seven",
      collectedAt: "2026-11-17T11:59:59.999Z",
      sentAt: "2026-11-24T12:00:00.000Z",
      at: "2026-11-17T12:00:00.000Z",
    },
    {
      name: "collected in another age",
      collectedAt: "1601-01-01T00:00:00Z",
      sentAt: "2026-11-24T12:00:00Z",
      at: "2026-11-17T12:00:00.000Z",
    },
    {
      name: "the ten-millionths that .NET writes",
      collectedAt: "2026-11-24T11:59:58.1234567Z",
      sentAt: "2026-11-24T12:00:00.1234567Z",
      at: "2026-11-24T11:59:58.000Z",
    },
  ])("$name → $at", ({ collectedAt, sentAt, at }) => {
    expect(observedAt({ collectedAt, sentAt, receivedAt: RECEIVED })).toBe(at);
    expect(observedAt({ collectedAt, sentAt, receivedAt: new Date(RECEIVED) })).toBe(at);
  });
});
