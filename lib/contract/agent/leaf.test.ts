import type { z } from "zod";
import { describe, expect, test } from "vitest";
import { flag, guid, identity, integer, mac, notes, text, texts, time } from "./leaf.ts";

function takes(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

describe("text", () => {
  test.each([
    { name: "an empty one", value: "", ok: true },
    { name: "1,024 characters", value: "x".repeat(1024), ok: true },
    { name: "1,025 characters", value: "x".repeat(1025), ok: false },
    { name: "1,024 characters beyond the basic plane", value: "😀".repeat(1024), ok: true },
    { name: "1,025 characters beyond the basic plane", value: "😀".repeat(1025), ok: false },
    { name: "a bell and an escape", value: "\u0007\u001b[31m", ok: true },
    { name: "NUL", value: "a\0b", ok: false },
    { name: "a surrogate pair", value: "\ud83d\ude00", ok: true },
    { name: "a lone high surrogate", value: "cut\ud83d", ok: false },
    { name: "a lone low surrogate", value: "\ude00cut", ok: false },
    { name: "surrogates in the wrong order", value: "\ude00\ud83d", ok: false },
    { name: "a number", value: 10, ok: false },
    { name: "null", value: null, ok: false },
  ])("$name: $ok", ({ value, ok }) => {
    expect(takes(text, value)).toBe(ok);
  });
});

describe("notes", () => {
  test.each([
    { name: "4,096 characters", value: "x".repeat(4096), ok: true },
    { name: "4,097 characters", value: "x".repeat(4097), ok: false },
    { name: "NUL", value: "\0", ok: false },
  ])("$name: $ok", ({ value, ok }) => {
    expect(takes(notes, value)).toBe(ok);
  });
});

describe("identity", () => {
  test.each([
    { name: "one character", value: "x", ok: true },
    { name: "none", value: "", ok: false },
    { name: "1,025 characters", value: "x".repeat(1025), ok: false },
  ])("$name: $ok", ({ value, ok }) => {
    expect(takes(identity, value)).toBe(ok);
  });
});

describe("integer", () => {
  test.each([
    { value: 0, ok: true },
    { value: 1, ok: true },
    { value: Number.MAX_SAFE_INTEGER, ok: true },
    { value: Number.MAX_SAFE_INTEGER + 1, ok: false },
    { value: -1, ok: false },
    { value: 1.5, ok: false },
    { value: 1e300, ok: false },
    { value: Number.POSITIVE_INFINITY, ok: false },
    { value: Number.NaN, ok: false },
    { value: "1", ok: false },
    { value: true, ok: false },
  ])("$value: $ok", ({ value, ok }) => {
    expect(takes(integer, value)).toBe(ok);
  });

  test.each([Number.MAX_SAFE_INTEGER + 1, -1, 1.5, "1", Number.POSITIVE_INFINITY])(
    "refuses %s with the same message, without repeating the value",
    (value) => {
      expect(integer.safeParse(value).error?.issues[0]?.message).toBe(
        "must be an integer from 0 to 9007199254740991",
      );
    },
  );
});

describe("flag", () => {
  test.each([
    { value: true, ok: true },
    { value: false, ok: true },
    { value: "True", ok: false },
    { value: 1, ok: false },
  ])("$value: $ok", ({ value, ok }) => {
    expect(takes(flag, value)).toBe(ok);
  });
});

describe("guid", () => {
  const plain = "7c6d2f0e-5a1b-4c3d-9e8f-0123456789ab";
  test.each([
    { name: "lower case", value: plain, ok: true },
    { name: "version 7", value: "0193f1a2-7b3c-7d4e-8f5a-6b7c8d9e0f1a", ok: true },
    { name: "no version at all", value: "00000000-0000-0000-0000-000000000000", ok: true },
    { name: "upper case", value: plain.toUpperCase(), ok: false },
    { name: "one upper-case digit", value: plain.replace("ab", "aB"), ok: false },
    { name: "braces", value: `{${plain}}`, ok: false },
    { name: "no dashes", value: plain.replaceAll("-", ""), ok: false },
    { name: "a line break at the end", value: `${plain}\n`, ok: false },
    { name: "one digit too few", value: plain.slice(1), ok: false },
  ])("$name: $ok", ({ value, ok }) => {
    expect(takes(guid, value)).toBe(ok);
  });
});

describe("mac", () => {
  test.each([
    { value: "00155D0E141F", ok: true },
    { value: "000000000000", ok: true },
    { value: "00155d0e141f", ok: false },
    { value: "00-15-5D-0E-14-1F", ok: false },
    { value: "00155D0E141", ok: false },
    { value: "00155D0E141F0", ok: false },
    { value: "", ok: false },
  ])("$value: $ok", ({ value, ok }) => {
    expect(takes(mac, value)).toBe(ok);
  });
});

describe("time", () => {
  test.each([
    { value: "2026-11-23T08:14:03Z", ok: true },
    { value: "2026-11-23T08:14:03.1Z", ok: true },
    { value: "2026-11-23T08:14:03.1234567Z", ok: true },
    { value: "2026-11-23T08:14:03.123456789Z", ok: true },
    { value: "2026-11-23T08:14:03.1234567890Z", ok: false },
    { value: "2024-02-29T23:59:59Z", ok: true },
    { value: "2000-02-29T00:00:00Z", ok: true },
    { value: "2100-02-29T00:00:00Z", ok: false },
    { value: "2026-02-29T00:00:00Z", ok: false },
    { value: "2026-04-31T00:00:00Z", ok: false },
    { value: "2026-13-01T00:00:00Z", ok: false },
    { value: "2026-00-10T00:00:00Z", ok: false },
    { value: "2026-11-23T24:00:00Z", ok: false },
    { value: "2026-11-23T08:14:60Z", ok: false },
    { value: "0001-01-01T00:00:00Z", ok: true },
    { value: "0000-01-01T00:00:00Z", ok: false },
    { value: "9999-12-31T23:59:59.9999999Z", ok: true },
    { value: "+12026-11-23T08:14:03Z", ok: false },
    { value: "2026-11-23T08:14:03", ok: false },
    { value: "2026-11-23T08:14:03+01:00", ok: false },
    { value: "2026-11-23T08:14:03+00:00", ok: false },
    { value: "2026-11-23T08:14:03z", ok: false },
    { value: "2026-11-23 08:14:03Z", ok: false },
    { value: "2026-11-23T08:14Z", ok: false },
    { value: "2026-11-23", ok: false },
    { value: "2026-11-23T08:14:03.Z", ok: false },
    { value: "2026-11-23T08:14:03Z\n", ok: false },
    { value: "", ok: false },
    { value: 1_763_900_000_000, ok: false },
  ])("$value: $ok", ({ value, ok }) => {
    expect(takes(time, value)).toBe(ok);
  });

  test("accepts no invalid time", () => {
    expect(Number.isNaN(Date.parse("2026-11-23T08:14:03.123456789Z"))).toBe(false);
    expect(Number.isNaN(Date.parse("0001-01-01T00:00:00Z"))).toBe(false);
  });
});

describe("texts", () => {
  test("absent and null are the same: unread", () => {
    expect(texts.parse(undefined)).toBeNull();
    expect(texts.parse(null)).toBeNull();
  });

  test("an empty list stays one: read, and there are none", () => {
    expect(texts.parse([])).toEqual([]);
  });

  test("is unread if one of its rows is, instead of becoming shorter or empty", () => {
    expect(texts.parse(["a", null])).toBeNull();
    expect(texts.parse([null])).toBeNull();
  });

  test("accepts no rows of another type", () => {
    expect(takes(texts, ["a", 5])).toBe(false);
    expect(takes(texts, ["a", undefined])).toBe(false);
  });
});
