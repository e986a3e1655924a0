import { expect, test } from "vitest";
import { z } from "zod";
import { makeLogger } from "./make-logger.ts";

/** The log line of an error. */
function lineOf(write: (logger: ReturnType<typeof makeLogger>) => void) {
  const lines: string[] = [];
  write(makeLogger("info", { write: (line) => lines.push(line) }));
  expect(lines).toHaveLength(1);
  return {
    line: lines[0] ?? "",
    fields: z.record(z.string(), z.unknown()).parse(JSON.parse(lines[0] ?? "")),
  };
}

test("the text of an error and of its cause is logged, but nothing that a library attached to it", () => {
  const cause = new Error("the socket was closed");
  const error = Object.assign(new Error("terminating connection", { cause }), {
    code: "57P01",
    client: { secretKey: 1_161_201_761, user: "innkeeper" },
  });
  const { line, fields } = lineOf((logger) =>
    logger.warn({ err: error }, "An idle database connection was lost"),
  );
  expect(fields["err"]).toEqual({
    type: "Error",
    message: "terminating connection: the socket was closed",
    stack: expect.stringContaining("caused by: Error: the socket was closed"),
    code: "57P01",
  });
  expect(line).not.toContain("1161201761");
});

test("a thrown value may not be an error", () => {
  expect(lineOf((logger) => logger.warn({ err: "gone" })).fields["err"]).toBe("gone");
});

test.each(["password", "token", "key", "connectionString"])("a %s is never logged", (name) => {
  const { line } = lineOf((logger) => logger.info({ of: { [name]: "s3cret" } }));
  expect(line).not.toContain("s3cret");
});
