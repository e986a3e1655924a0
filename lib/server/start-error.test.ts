import { describe, expect, test } from "vitest";
import { toReason } from "./start-error.ts";

describe("the cause of a failed start", () => {
  test.each([
    {
      name: "of one address",
      error: new Error("connect ECONNREFUSED ::1:5432"),
      says: "connect ECONNREFUSED ::1:5432",
    },
    {
      name: "of a name with two addresses",
      error: new AggregateError([new Error("refused at ::1"), new Error("refused at 127.0.0.1")]),
      says: "refused at ::1; refused at 127.0.0.1",
    },
  ])("$name is given in words", ({ error, says }) => {
    expect(toReason(error)).toBe(says);
  });
});
