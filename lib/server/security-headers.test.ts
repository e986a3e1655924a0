import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, makeNonce, securityHeaders } from "./security-headers.ts";

function directive(policy: string, name: string): string | undefined {
  return policy
    .split("; ")
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);
}

describe("content security policy", () => {
  const policy = contentSecurityPolicy("bm9uY2U=", false);

  test.each([
    { name: "default-src", value: "'self'" },
    { name: "script-src", value: "'self' 'nonce-bm9uY2U=' 'strict-dynamic'" },
    { name: "style-src", value: "'self'" },
    { name: "style-src-attr", value: "'unsafe-inline'" },
    { name: "frame-ancestors", value: "'none'" },
    { name: "base-uri", value: "'none'" },
    { name: "object-src", value: "'none'" },
    { name: "form-action", value: "'self'" },
  ])("$name is $value", ({ name, value }) => {
    expect(directive(policy, name)).toBe(value);
  });

  test("only development allows eval", () => {
    expect(policy).not.toContain("unsafe-eval");
    expect(directive(contentSecurityPolicy("x", true), "script-src")).toContain("'unsafe-eval'");
  });

  test("nonces are unique and have 128 bits", () => {
    const nonces = Array.from({ length: 100 }, makeNonce);
    expect(new Set(nonces).size).toBe(100);
    for (const nonce of nonces) expect(Buffer.from(nonce, "base64")).toHaveLength(16);
  });
});

describe("headers of every response", () => {
  test.each([
    { isTls: false, hsts: undefined },
    { isTls: true, hsts: "max-age=31536000" },
  ])("TLS $isTls → strict transport $hsts", ({ isTls, hsts }) => {
    const headers = securityHeaders(isTls);
    expect(headers["strict-transport-security"]).toBe(hsts);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff" });
  });
});
