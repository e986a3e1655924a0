import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { enrollmentJsonSchema, snapshotJsonSchema } from "@/lib/contract/agent/json-schema.ts";
import { buildOpenApi } from "@/lib/contract/api/openapi.ts";
import { firstDifference } from "./first-difference.ts";

const FOLDER = new URL("../agents/contract/", import.meta.url);

const DOCUMENTS = {
  "snapshot-v1.schema.json": snapshotJsonSchema,
  "enroll-v1.schema.json": enrollmentJsonSchema,
  "openapi.json": buildOpenApi,
};

// Writes the documents generated from the schemas, or with --check compares them with the committed ones.
const isCheck = process.argv.includes("--check");
for (const [file, build] of Object.entries(DOCUMENTS)) {
  const path = fileURLToPath(new URL(file, FOLDER));
  const text = `${JSON.stringify(build(), null, 1)}\n`;
  if (!isCheck) {
    writeFileSync(path, text);
    continue;
  }
  const difference = firstDifference(readText(path), text);
  if (difference === null) continue;
  process.exitCode = 1;
  console.error(`agents/contract/${file} does not match the schemas.\n${difference}`);
}
if (process.exitCode === 1) console.error("Run: npm run contract:build");

/** A missing file reads as empty; line endings are normalized, because git may change them. */
function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return "";
  }
}
