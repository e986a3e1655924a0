import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { toReason } from "@/lib/server/start-error.ts";

export interface ReplayResult {
  file: string;
  status: number;
  answer: string;
}

type Json = Record<string, unknown>;

/**
 * Posts recorded snapshots as an agent would: new id and sequence, sent now, same machine. The recorded state is reported
 * as of now, because `sentAt` and `collectedAt` are both set to the current time.
 */
export async function replay(
  paths: readonly string[],
  options: { server: string; key?: string; token?: string },
): Promise<ReplayResult[]> {
  const tokens = new Map<string, { token: string; instanceId: string }>();
  const results: ReplayResult[] = [];
  const epoch = Date.now();
  let sequence = 0;
  for (const file of paths.flatMap(filesIn)) {
    const body = parse(readFileSync(file, "utf8"));
    if (!isObject(body) || !isObject(body["host"]) || !isObject(body["agent"])) {
      results.push({ file, status: 0, answer: "not a snapshot" });
      continue;
    }
    const machineId = String(body["host"]["machineId"]);
    let access = tokens.get(machineId);
    if (!access) {
      if (options.token !== undefined)
        access = { token: options.token, instanceId: String(body["agent"]["instanceId"]) };
      else {
        const instanceId = instanceOf(machineId);
        const enrolled = await post(`${options.server}/api/v1/enroll`, options.key ?? "", {
          instanceId,
          machineId,
          name: String(body["host"]["name"]),
          fqdn: null,
          agentVersion: "replay",
        });
        if (enrolled.status !== 201 || !isObject(enrolled.body)) {
          results.push({ file, status: enrolled.status, answer: enrolled.text });
          continue;
        }
        access = { token: String(enrolled.body["token"]), instanceId };
      }
      tokens.set(machineId, access);
    }
    const now = new Date().toISOString();
    sequence += 1;
    const snapshot = {
      ...body,
      snapshotId: randomUUID(),
      epoch,
      sequence,
      collectedAt: now,
      sentAt: now,
      agent: { ...body["agent"], kind: "replay", instanceId: access.instanceId },
    };
    const answer = await post(`${options.server}/api/v1/snapshots`, access.token, snapshot);
    results.push({ file, status: answer.status, answer: answer.text });
  }
  return results;
}

/** A machine has the same instance id in every replay, so that it can enrol again. */
function instanceOf(machineId: string): string {
  const hex = createHash("sha256").update(`replay:${machineId}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function post(
  url: string,
  token: string,
  body: Json,
): Promise<{ status: number; text: string; body: unknown }> {
  const response = await fetch(url, {
    method: "POST",
    redirect: "error",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-encoding": "gzip",
    },
    body: gzipSync(JSON.stringify(body)),
  }).catch((error: unknown) => {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new Error(`The server at ${new URL(url).origin} cannot be reached: ${toReason(cause)}`);
  });
  const text = await response.text();
  return { status: response.status, text, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => join(path, name));
}
