import { describe, expect, test } from "vitest";
import { invalidExamples, validExamples } from "@/agents/contract/examples.ts";
import { checkJsonSchema } from "../testing/check-json-schema.ts";
import type { Json } from "../to-json-schema.ts";
import { enrollmentJsonSchema, snapshotJsonSchema } from "./json-schema.ts";

const snapshot = snapshotJsonSchema();
const decoder = new TextDecoder();

/** Rules that the schema does not express, by the names of their examples. */
const BEYOND = new Set([
  "lone-low-surrogate",
  "lone-surrogate",
  "nul",
  "nul-in-key",
  "too-deep",
  "too-deep-in-objects",
  "too-large",
  "vm-twice",
]);

describe("the wire as JSON Schema", () => {
  test.each(validExamples())("$name passes", ({ bytes }) => {
    expect(checkJsonSchema(snapshot, parse(bytes))).toEqual([]);
  });

  test.each(
    invalidExamples().filter(({ name, expect: expected }) => expected.status === 422 && !BEYOND.has(name)),
  )("$name fails at its place", ({ bytes, expect: expected }) => {
    const path = expected.path.replaceAll(/\["([^"]*)"\]/g, ".$1").replace("...", "");
    const places = [...new Set(checkJsonSchema(snapshot, parse(bytes)))];
    expect(places).toHaveLength(1);
    expect(places[0]?.startsWith(path === "" ? "$" : `$.${path}`)).toBe(true);
  });

  test.each([...BEYOND])("%s cannot be expressed by it", (name) => {
    const example = invalidExamples().find((one) => one.name === name);
    expect(checkJsonSchema(snapshot, parse(example?.bytes ?? new Uint8Array()))).toEqual([]);
  });

  test("an absent fact is null for readers, so null is its default", () => {
    expect(JSON.stringify(snapshot)).toContain(
      '"state":{"default":null,"type":["string","null"],"maxLength":1024}',
    );
  });
});

describe("enrolment as JSON Schema", () => {
  const body = { instanceId: "5b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3", machineId: "x", name: "HV-01" };

  test.each([
    { name: "required keys", value: body, wrong: [] },
    { name: "null for optional keys", value: { ...body, fqdn: null, agentVersion: null }, wrong: [] },
    { name: "unknown keys", value: { ...body, comment: 1 }, wrong: [] },
    { name: "an empty name", value: { ...body, name: "" }, wrong: ["$.name"] },
    { name: "no machine", value: { instanceId: body.instanceId, name: "A" }, wrong: ["$.machineId"] },
    { name: "braces", value: { ...body, instanceId: `{${body.instanceId}}` }, wrong: ["$.instanceId"] },
  ])("$name: $wrong", ({ value, wrong }) => {
    expect(checkJsonSchema(enrollmentJsonSchema(), value)).toEqual(wrong);
  });
});

function parse(bytes: Uint8Array): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what JSON.parse answers is JSON
  return JSON.parse(decoder.decode(bytes)) as Json;
}
