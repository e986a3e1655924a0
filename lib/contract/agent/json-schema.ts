import { toJsonSchema, type JsonObject } from "../to-json-schema.ts";
import { MAX_NOTES_LENGTH, MAX_STRING_LENGTH } from "./leaf.ts";
import { enrollmentV1, MAX_SNAPSHOT_DEPTH, MAX_SNAPSHOT_VMS, snapshotV1 } from "./snapshot-v1.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

const BEYOND_THE_SCHEMA = [
  "Not expressed in this schema: the body is UTF-8 without a byte order mark, at most 8 MiB after",
  `decompression, with objects and arrays nested at most ${MAX_SNAPSHOT_DEPTH} levels deep. No string and no known key`,
  "contains NUL or a lone surrogate. Length is counted in code points.",
].join(" ");

/** The wire format as JSON Schema, for senders: absent and `null` both mean that a fact could not be read. */
export function snapshotJsonSchema(): JsonObject {
  return {
    $schema: DIALECT,
    $id: "urn:innkeeper:contract:snapshot-v1",
    title: "Snapshot, version 1",
    description: [
      "Everything one Hyper-V host could read about itself at one moment: the body of POST /api/v1/snapshots.",
      "An absent key and null both mean that a fact could not be read; an empty array means that there are none,",
      "and a list of strings or numbers that contains null counts as unread.",
      "Unknown keys are ignored; unknown enum names are kept.",
      `Strings have at most ${MAX_STRING_LENGTH} characters, a VM's notes ${MAX_NOTES_LENGTH}.`,
      `At most ${MAX_SNAPSHOT_VMS} VMs, each with a unique id.`,
      BEYOND_THE_SCHEMA,
    ].join(" "),
    ...toJsonSchema(snapshotV1, "input"),
  };
}

export function enrollmentJsonSchema(): JsonObject {
  return {
    $schema: DIALECT,
    $id: "urn:innkeeper:contract:enroll-v1",
    title: "Enrolment, version 1",
    description: `A host's request for its token: the body of POST /api/v1/enroll. ${BEYOND_THE_SCHEMA}`,
    ...toJsonSchema(enrollmentV1, "input"),
  };
}
