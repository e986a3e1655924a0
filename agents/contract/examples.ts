import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { snapshotBytes, someVms } from "@/lib/contract/agent/testing/smallest-snapshot.ts";

const FOLDER = new URL("./examples/", import.meta.url);

export interface ValidExample {
  name: string;
  bytes: Uint8Array;
}

export interface InvalidExample {
  name: string;
  why: string;
  /** 413 is returned before parsing, for a body that is too large. */
  expect: { status: 400 | 413 | 422; path: string };
  bytes: Uint8Array;
}

/** Bodies that every server of version 1 accepts. */
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

/** Bodies that are refused, each for one reason: at least one for every rule of the contract. */
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

/** Too large to be stored as a file: the smallest valid snapshot, with the requested number of VMs or bytes of an unknown key. */
function cook(wanted: z.output<typeof recipe>): Uint8Array {
  if (wanted.kind === "vms") return snapshotBytes({ vms: someVms(wanted.count) });
  const empty = snapshotBytes({ padding: "" }).length;
  return snapshotBytes({ padding: "x".repeat(wanted.bytes - empty) });
}

function jsonFilesOf(folder: string): { name: string; bytes: Uint8Array }[] {
  const files = readdirSync(new URL(folder, FOLDER)).filter((file) => file.endsWith(".json"));
  return files.toSorted().map((file) => ({
    name: file.slice(0, -".json".length),
    bytes: readFileSync(new URL(folder + file, FOLDER)),
  }));
}
