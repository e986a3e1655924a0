import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const FOLDER = new URL("./examples/", import.meta.url);

export interface ValidExample {
  name: string;
  bytes: Uint8Array;
}

export interface InvalidExample {
  name: string;
  why: string;
  /** 413 is the door's own answer, for a body that is never parsed. */
  expect: { status: 400 | 413 | 422; path: string };
  bytes: Uint8Array;
}

/** Bodies that every server of version 1 takes. */
export function validExamples(): ValidExample[] {
  return jsonFilesOf("valid/").map(({ name, bytes }) => ({ name, bytes }));
}

const recipe = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("vms"), count: z.int() }),
  z.object({ kind: z.literal("padded"), bytes: z.int() }),
]);

const invalidFile = z.strictObject({
  why: z.string().min(1),
  expect: z.object({
    status: z.union([z.literal(400), z.literal(413), z.literal(422)]),
    path: z.string(),
  }),
  body: z.unknown().optional(),
  bodyText: z.string().optional(),
  bodyBase64: z.string().optional(),
  recipe: recipe.optional(),
});

/** Bodies that are refused, each for one reason: at least one for every rule of the wire. */
export function invalidExamples(): InvalidExample[] {
  return jsonFilesOf("invalid/").map(({ name, bytes }) => {
    const file = invalidFile.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return { name, why: file.why, expect: file.expect, bytes: bodyOf(file) };
  });
}

function bodyOf(file: z.output<typeof invalidFile>): Uint8Array {
  if (file.recipe !== undefined) return cook(file.recipe);
  if (file.bodyBase64 !== undefined) return Buffer.from(file.bodyBase64, "base64");
  return Buffer.from(file.bodyText ?? JSON.stringify(file.body));
}

/** Too big to be stored: the smallest valid snapshot, with as many VMs or as many bytes of an unknown key as asked for. */
function cook(wanted: z.output<typeof recipe>): Uint8Array {
  if (wanted.kind === "vms") return snapshotBytes({ vms: someVms(wanted.count) });
  const empty = snapshotBytes({ padding: "" }).length;
  return snapshotBytes({ padding: "x".repeat(wanted.bytes - empty) });
}

function someVms(count: number): { id: string; name: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `d1000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`,
    name: `VM-${index}`,
  }));
}

/** The smallest snapshot there is, with keys added or replaced. */
export function snapshotBytes(keys: Record<string, unknown> = {}): Uint8Array {
  return Buffer.from(JSON.stringify({ ...SMALLEST, ...keys }));
}

const SMALLEST = {
  schemaVersion: 1,
  snapshotId: "0193f1a2-7b3c-7d4e-8f5a-00000000f002",
  epoch: 1_763_900_000_000,
  sequence: 1,
  collectedAt: "2026-11-23T08:14:03Z",
  sentAt: "2026-11-23T08:14:09Z",
  agent: {
    instanceId: "5b0c1d2e-3f40-4a5b-8c6d-00000000f002",
    version: "1.0.0",
    kind: "mock",
    intervalSeconds: 60,
  },
  sections: [],
  host: {
    name: "HV-SMALL-01",
    machineId: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
  },
};

function jsonFilesOf(folder: string): { name: string; bytes: Uint8Array }[] {
  const files = readdirSync(new URL(folder, FOLDER)).filter((file) => file.endsWith(".json"));
  return files.toSorted().map((file) => ({
    name: file.slice(0, -".json".length),
    bytes: readFileSync(new URL(folder + file, FOLDER)),
  }));
}
