import { describe, expect, test } from "vitest";
import { checkFirstAccount, strengthOf } from "./prepare-first-account.ts";

const WHOLE = { code: "K7M2RXQ9A", name: "Jana", email: "jana@corp.example", password: "x".repeat(12) };

describe("the first account", () => {
  test("is accepted when complete", () => {
    expect(checkFirstAccount(WHOLE)).toEqual({});
  });

  test.each([
    [{ code: "" }, ["code"]],
    [{ name: "" }, ["name"]],
    [{ email: "jana" }, ["email"]],
    [{ password: "x".repeat(11) }, ["password"]],
    [{ code: "", password: "" }, ["code", "password"]],
  ])("%j lacks %j", (change, fields) => {
    expect(Object.keys(checkFirstAccount({ ...WHOLE, ...change }))).toEqual(fields);
  });

  test("the number of missing characters is shown", () => {
    expect(checkFirstAccount({ ...WHOLE, password: "x".repeat(11) }).password).toBe(
      "One more character needed",
    );
    expect(checkFirstAccount({ ...WHOLE, password: "" }).password).toBe("12 more characters needed");
  });

  test.each([
    [0, 0],
    [7, 1],
    [11, 2],
    [12, 3],
    [20, 4],
  ])("%d characters are step %d", (length, step) => {
    expect(strengthOf("x".repeat(length))).toBe(step);
  });
});
