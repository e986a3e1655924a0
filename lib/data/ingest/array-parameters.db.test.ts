import { describe, expect, test } from "vitest";
import { getDatabase } from "../database.ts";
import { useTestDatabase } from "../testing/test-database.ts";
import { plainArray } from "./array-parameters.ts";

useTestDatabase();

async function sentAndRead(type: string, parameter: unknown): Promise<unknown> {
  const { rows } = await getDatabase().pool.query<{ value: unknown }>(`SELECT $1::${type}[] AS value`, [
    parameter,
  ]);
  return rows[0]?.value;
}

describe("values sent without quotes are read back unchanged", () => {
  test.each([
    { type: "bool", values: [true, false, null] },
    { type: "smallint", values: [0, -3, null] },
    { type: "bigint", values: [9_007_199_254_740_991, null] },
    { type: "text", values: ["primary", "net:sr-iov:blocked", null] },
    { type: "uuid", values: ["0b0f7a52-6f2b-4a71-9d3f-0a5a3a1c2b10"] },
    { type: "text", values: [] },
  ])("$type: $values", async ({ type, values }) => {
    const read = await sentAndRead(type, plainArray(values));
    // The library reads an array of int8 as text.
    expect(type === "bigint" ? values.map((value) => value && String(value)) : values).toEqual(read);
  });
});

describe("lists of words are read back unchanged", () => {
  test.each([
    [["one"]],
    [["rule:is.vss", "svc:vss:failed"]],
    [["two words", "a,b", 'a "word"', String.raw`back\slash`, "{braces}"]],
    [["", " "]],
    [["NULL", "null", "NULLABLE"]],
    [["ä ö", "日本", "\u{1F600}", "line\nbreak"]],
    [[null, "a"]],
    [[]],
  ])("%j", async (words) => {
    expect(await sentAndRead("text", words)).toEqual(words);
  });

  test("also if they begin at a different index", async () => {
    expect(await sentAndRead("text", "[0:1]={a,b}")).toEqual(["a", "b"]);
  });
});
