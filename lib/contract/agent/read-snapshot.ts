import { z } from "zod";
import { collectErrors } from "./collect-errors.ts";
import { decodeJson } from "./decode-json.ts";
import { firstRows } from "@/lib/domain/host/first-rows.ts";
import {
  enrollmentV1,
  MAX_SNAPSHOT_VMS,
  repeatedIdErrors,
  snapshotV1,
  vmV1,
  type EnrollmentV1,
  type SnapshotV1,
  type VmV1,
} from "./snapshot-v1.ts";
import { joinPath, MAX_WIRE_ERRORS, type WireError } from "./wire-error.ts";

/** Why a body was refused: 400 if it is not JSON, 422 if it does not match the contract. Contains 1 to 50 errors. */
export interface Refusal {
  ok: false;
  status: 400 | 422;
  errors: WireError[];
}

// One generated function for the whole schema takes half the time of zod's walk from schema to schema. It is generated
// for the first body, so that commands that read no body start without it.
const compiledSnapshot = atFirstUse(() => z.compile(snapshotV1));
const compiledVm = atFirstUse(() => z.compile(vmV1));
const compiledEnrollment = atFirstUse(() => z.compile(enrollmentV1));

function atFirstUse<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/**
 * Reads the body of `POST /api/v1/snapshots`, already decompressed and size-checked by the caller. Unknown keys are
 * dropped, absent facts become `null`, and of rows with the same id the first is kept.
 */
export function parseSnapshotJson(
  body: Uint8Array | string,
): { ok: true; snapshot: SnapshotV1; hasDoubledRows: boolean } | Refusal {
  const read = readBody(compiledSnapshot(), body);
  if (read.ok) {
    const snapshot = firstRows(read.value);
    return { ok: true, snapshot, hasDoubledRows: snapshot !== read.value };
  }
  return "value" in read ? refuse(snapshotErrors(read.value)) : read;
}

/** Reads a single VM of a body. @throws ZodError or SyntaxError if a body with it would be refused as well */
export function parseVmJson(text: string): VmV1 {
  return compiledVm().parse(JSON.parse(text));
}

/** Reads the body of `POST /api/v1/enroll`. */
export function parseEnrollmentJson(
  body: Uint8Array | string,
): { ok: true; enrollment: EnrollmentV1 } | Refusal {
  const read = readBody(compiledEnrollment(), body);
  if (read.ok) return { ok: true, enrollment: read.value };
  return "value" in read ? refuse(collectErrors(enrollmentV1, read.value)) : read;
}

// Passed to zod's own parser after the generated one rejected the body: it stops at the first error instead of creating
// one for each of the millions that a body can contain. A test verifies that zod does so.
const STOP_AT_FIRST = { abortEarly: true, jitless: false };

function readBody<Schema extends z.ZodType>(
  schema: Schema,
  body: Uint8Array | string,
): { ok: true; value: z.output<Schema> } | { ok: false; value: unknown } | Refusal {
  const decoded = decodeJson(body);
  if (!decoded.ok) return decoded;
  const parsed = schema.safeParse(decoded.value, STOP_AT_FIRST);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, value: decoded.value };
}

function snapshotErrors(value: unknown): WireError[] {
  const errors = collectErrors(snapshotV1, value);
  const vms = typeof value === "object" && value !== null && "vms" in value ? value.vms : null;
  if (!Array.isArray(vms) || vms.length > MAX_SNAPSHOT_VMS) return errors;
  const repeated = repeatedIdErrors(vms).map(({ path: [index, key], message }) => ({
    path: joinPath(joinPath("vms", index), key),
    message,
  }));
  return [...errors, ...repeated];
}

function refuse(errors: WireError[]): Refusal {
  // The fallback is not used while schema and walk agree; should they ever differ, the body is still refused.
  const told = errors.length > 0 ? errors : [{ path: "", message: "does not match the contract" }];
  return { ok: false, status: 422, errors: told.slice(0, MAX_WIRE_ERRORS) };
}
