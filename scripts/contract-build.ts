import { readFileSync, writeFileSync } from "node:fs";
import { enrollmentV1, snapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { jsonSchemaOf, openApi } from "@/lib/contract/api/openapi.ts";

const FILES = {
  "agents/contract/snapshot-v1.schema.json": jsonSchemaOf(snapshotV1, "input"),
  "agents/contract/enroll-v1.schema.json": jsonSchemaOf(enrollmentV1, "input"),
  "agents/contract/openapi.json": openApi(),
};

// What is committed is what the schemas say: with --check a difference is told and fails.
const isCheck = process.argv.includes("--check");
for (const [file, schema] of Object.entries(FILES)) {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (!isCheck) {
    writeFileSync(file, text);
    continue;
  }
  const lines = readFileSync(file, "utf8").replaceAll("\r\n", "\n").split("\n");
  const at = text.split("\n").findIndex((line, index) => line !== lines[index]);
  if (at === -1 && lines.length === text.split("\n").length) continue;
  process.exitCode = 1;
  process.stderr.write(`${file} differs from line ${at + 1} on: run npm run contract:build\n`);
}
