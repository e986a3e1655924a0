import { describe, expect, test } from "vitest";
import { toBase62 } from "./base62.ts";
import { bearerOf, createToken, hashToken, isToken, type TokenKind } from "./secret-token.ts";

const KINDS: readonly TokenKind[] = ["enrolment", "agent", "api", "sign-in"];

describe("base 62", () => {
  test.each([
    { name: "nothing", bytes: [], length: 3, text: "000" },
    { name: "zero", bytes: [0], length: 2, text: "00" },
    { name: "the last digit", bytes: [61], length: 1, text: "z" },
    { name: "the first carry", bytes: [62], length: 2, text: "10" },
    {
      name: "all bits of 32 bytes fill 43 digits",
      bytes: Array(32).fill(255),
      length: 43,
      text: /^[0-9A-Za-z]{43}$/,
    },
    { name: "all bits of 4 bytes fill 6 digits", bytes: Array(4).fill(255), length: 6, text: "4gfFC3" },
  ])("$name", ({ bytes, length, text }) => {
    expect(toBase62(Uint8Array.from(bytes), length)).toMatch(
      text instanceof RegExp ? text : new RegExp(`^${text}$`),
    );
  });
});

describe("secrets", () => {
  test.each(KINDS)("a new %s secret is valid only as its own kind", (kind) => {
    const { token, hash } = createToken(kind);
    expect(token).toMatch(/^ik[a-z]_[0-9A-Za-z]{49}$/);
    expect(KINDS.filter((other) => isToken(other, token))).toEqual([kind]);
    expect(hash).toBe(hashToken(token));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("two secrets are never the same", () => {
    expect(createToken("agent").token).not.toBe(createToken("agent").token);
  });

  const { token } = createToken("agent");
  const swapped = token.slice(0, 4) + (token[5] ?? "") + (token[4] ?? "") + token.slice(6);
  test.each([
    { name: "empty", text: "" },
    { name: "prefix alone", text: "ika_" },
    { name: "one digit short", text: token.slice(0, -1) },
    { name: "one digit long", text: `${token}0` },
    {
      name: "one digit changed",
      text: token.slice(0, 10) + (token[10] === "a" ? "b" : "a") + token.slice(11),
    },
    { name: "two digits swapped", text: swapped === token ? "" : swapped },
    { name: "another alphabet", text: `ika_${"-".repeat(49)}` },
    { name: "another case of the prefix", text: `IKA_${token.slice(4)}` },
    { name: "a space before", text: ` ${token.slice(0, -1)}` },
  ])("refused without a database query: $name", ({ text }) => {
    expect(isToken("agent", text)).toBe(false);
  });
});

describe("bearer", () => {
  test.each([
    { header: null, secret: null },
    { header: "", secret: null },
    { header: "Bearer", secret: null },
    { header: "Bearer ", secret: null },
    { header: "Basic abc", secret: null },
    { header: "Bearer a b", secret: null },
    { header: "Bearer abc", secret: "abc" },
    { header: "bearer  abc ", secret: "abc" },
  ])("$header → $secret", ({ header, secret }) => {
    expect(bearerOf(header)).toBe(secret);
  });
});
