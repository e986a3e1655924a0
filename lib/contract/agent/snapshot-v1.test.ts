import { readFileSync } from "node:fs";
import { z } from "zod";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { SnapshotFacts } from "@/lib/domain/facts.ts";
import { collectErrors } from "./collect-errors.ts";
import { enrollmentV1, snapshotV1, type SnapshotV1 } from "./snapshot-v1.ts";
import { joinPath } from "./wire-error.ts";

type Path = (string | number)[];

const everyKeyText = readFileSync("agents/contract/examples/valid/every-key.json", "utf8");
const everyKey = (): unknown => JSON.parse(everyKeyText);
const compiled = z.compile(snapshotV1, { strict: true });

test("the wire contract and the facts of the rules match", () => {
  expectTypeOf<SnapshotV1>().toEqualTypeOf<SnapshotFacts>();
});

describe("the example that fills every key", () => {
  test("is unchanged after parsing", () => {
    expect(compiled.parse(everyKey())).toEqual(everyKey());
  });

  test("has a value for each key of the schema", () => {
    const filled = new Set(
      placesOf(everyKey()).flatMap(({ path, value }) => (value === null ? [] : [shapeOf(path)])),
    );
    expect(keysOf(snapshotV1, "").filter((key) => !filled.has(key))).toEqual([]);
  });
});

const REQUIRED = [
  "schemaVersion",
  "snapshotId",
  "epoch",
  "sequence",
  "collectedAt",
  "sentAt",
  "agent",
  "agent.instanceId",
  "agent.version",
  "agent.kind",
  "agent.intervalSeconds",
  "sections",
  "sections[].name",
  "sections[].status",
  "host",
  "host.name",
  "host.machineId",
  "physicalAdapters[].interfaceGuid",
  "switches[].id",
  "hostAdapters[].name",
  "teams[].name",
  "vms[].id",
  "vms[].name",
  "vms[].integrationServices[].id",
  "vms[].disks[].path",
  "vms[].adapters[].id",
];

describe("required keys", () => {
  const keys = placesOf(everyKey()).filter(({ path }) => typeof path.at(-1) === "string");
  // Items of a guest's dictionary are not keys of the contract: none of them is required.
  const required = new Set(
    keys.flatMap(({ path }) => (compiled.safeParse(without(path)).success ? [] : [shapeOf(path)])),
  );

  test("are exactly those of the contract", () => {
    expect([...required].toSorted()).toEqual(REQUIRED.toSorted());
  });

  test.each(REQUIRED)("%s is reported by name if missing", (shape) => {
    const { path } = placeOf(shape);
    expect(collectErrors(snapshotV1, without(path))).toEqual([
      { path: written(path), message: "is required" },
    ]);
  });

  test.each(REQUIRED)("%s must not be null", (shape) => {
    const { path } = placeOf(shape);
    expect(compiled.safeParse(replaced(path, null)).success).toBe(false);
    expect(collectErrors(snapshotV1, replaced(path, null))[0]?.path).toBe(written(path));
  });

  test("every other key may be absent or null, with the same meaning", () => {
    const optional = keys.filter(({ path }) => !required.has(shapeOf(path)) && !path.includes("items"));
    const differing = optional.filter(({ path }) => {
      const absent = compiled.parse(without(path));
      return JSON.stringify(absent) !== JSON.stringify(compiled.parse(replaced(path, null)));
    });
    expect(differing).toEqual([]);
  });
});

describe("a wrong value in every place", () => {
  const everyShape = [...new Map(placesOf(everyKey()).map((place) => [shapeOf(place.path), place])).values()];

  test("is refused or accepted by the schema and the error walk alike", { timeout: 60_000 }, () => {
    const disagreements = everyShape.flatMap(({ path, value: right }) =>
      wrongFor(right)
        .filter((wrong) => {
          const body = replaced(path, wrong);
          const errors = collectErrors(snapshotV1, body);
          const isAtItsPlace = errors.every((error) => error.path.startsWith(written(path)));
          return !isAtItsPlace || compiled.safeParse(body).success !== (errors.length === 0);
        })
        .map((wrong) => `${written(path)} = ${JSON.stringify(wrong)}`),
    );
    expect(disagreements).toEqual([]);
  });

  test("is never repeated in a message", { timeout: 60_000 }, () => {
    const messages = everyShape.flatMap(({ path }) => collectErrors(snapshotV1, replaced(path, "<hostile>")));
    expect(messages.filter(({ message }) => message.includes("hostile"))).toEqual([]);
  });
});

/** Values of a wrong type, and invalid values of the right type; some are valid in some places, which both must accept. */
function wrongFor(right: unknown): unknown[] {
  if (typeof right === "string") return [7, "\0"];
  if (typeof right === "number") return ["word", 1.5];
  if (typeof right === "boolean") return [0];
  return Array.isArray(right) ? [{}, [null]] : [[]];
}

describe("what a newer agent sends", () => {
  test("unknown keys are dropped, at any depth", () => {
    const newer = replaced(["host", "os", "moon"], { phase: "full" });
    expect(compiled.parse(newer)).toEqual(everyKey());
  });

  test.each([
    { shape: "vms[].state" },
    { shape: "vms[].heartbeat" },
    { shape: "vms[].vmType" },
    { shape: "vms[].operationalStatus[]" },
    { shape: "vms[].replicationMode" },
    { shape: "vms[].adapters[].status[]" },
    { shape: "switches[].switchType" },
    { shape: "physicalAdapters[].status" },
    { shape: "physicalAdapters[].sriov.support" },
  ])("an unknown name is kept: $shape", ({ shape }) => {
    const newer = replaced(placeOf(shape).path, "NewerThanUs");
    expect(compiled.parse(newer)).toEqual(newer);
  });

  test("a prototype key in a guest's dictionary does not change the prototype", () => {
    const snapshot = compiled.parse(
      JSON.parse(everyKeyText.replace('"OSEditionId": "8"', '"__proto__": "8", "constructor": "x"')),
    );
    const items = snapshot.vms?.[0]?.guest?.items ?? {};
    expect(Object.getPrototypeOf(items)).toBe(Object.prototype);
    expect(Object.keys(items)).toEqual(["constructor", "ProductType", "CSDVersion"]);
  });
});

describe("enrolment", () => {
  const body = {
    instanceId: "5b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3",
    machineId: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    name: "HV-EX-01",
    fqdn: "hv-ex-01.corp.example",
    agentVersion: "1.0.0",
  };

  test("is accepted completely", () => {
    expect(enrollmentV1.parse(body)).toEqual(body);
  });

  test.each(["instanceId", "machineId", "name"])("needs %s", (key) => {
    const { [key]: _missing, ...rest } = { ...body } as Record<string, string>;
    expect(collectErrors(enrollmentV1, rest)).toEqual([{ path: key, message: "is required" }]);
  });

  test.each(["fqdn", "agentVersion"])("does not require %s", (key) => {
    expect(enrollmentV1.parse({ ...body, [key]: undefined })).toEqual({ ...body, [key]: null });
  });

  test.each(["machineId", "name"])("refuses an empty %s", (key) => {
    expect(collectErrors(enrollmentV1, { ...body, [key]: "" })).toEqual([
      { path: key, message: "must not be empty" },
    ]);
  });
});

interface Place {
  path: Path;
  value: unknown;
}

function placesOf(value: unknown, path: Path = []): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const steps: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return steps.flatMap(([step, child]) => [
    { path: [...path, step], value: child },
    ...placesOf(child, [...path, step]),
  ]);
}

function placeOf(shape: string): Place {
  const place = placesOf(everyKey()).find(({ path }) => shapeOf(path) === shape);
  if (place === undefined) throw new Error(`the example has no ${shape}`);
  return place;
}

function shapeOf(path: Path): string {
  return written(path).replace(/\[\d+\]/g, "[]");
}

function written(path: Path): string {
  return path.reduce<string>(joinPath, "");
}

function replaced(path: Path, value: unknown): unknown {
  const body = everyKey();
  const last = path.at(-1);
  if (last !== undefined) Object.assign(parentOf(body, path), { [last]: value });
  return body;
}

function without(path: Path): unknown {
  const body = everyKey();
  const last = path.at(-1);
  if (last !== undefined) Reflect.deleteProperty(parentOf(body, path), last);
  return body;
}

function parentOf(body: unknown, path: Path): object {
  let parent = body;
  for (const step of path.slice(0, -1)) parent = Reflect.get(asObject(parent), step);
  return asObject(parent);
}

function asObject(value: unknown): object {
  if (typeof value === "object" && value !== null) return value;
  throw new TypeError("the path leads through a leaf");
}

/** Every key of the schema, groups and leaves, with lists written as `[]`. */
function keysOf(schema: unknown, path: string): string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return keysOf(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodArray) return keysOf(schema.element, `${path}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, child]) => {
    const here = joinPath(path, key);
    return [here, ...keysOf(child, here)];
  });
}
