import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import { MAX_SNAPSHOT_BYTES } from "@/lib/contract/agent/snapshot-v1.ts";
import { hostileBodies } from "./hostile-bodies.ts";

const bodies = hostileBodies({
  instanceId: "5b0c1d2e-3f40-4a5b-8c6d-0000000000ff",
  machineId: "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",
  name: "HV-TARGET-01",
});

describe("hostile bodies", () => {
  test("are numerous, and each has its own name", () => {
    expect(bodies.length).toBeGreaterThanOrEqual(100);
    expect(new Set(bodies.map(({ name }) => name)).size).toBe(bodies.length);
  });

  test("that are accepted have increasing sequence numbers", () => {
    const sequences = bodies
      .filter(({ expectStatus, headers }) => expectStatus === 201 && headers["content-encoding"] !== "gzip")
      .map(({ bytes }) => parseSnapshotJson(bytes))
      .map((parsed) => (parsed.ok ? parsed.snapshot.sequence : Number.NaN));
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  });

  test.each(bodies.filter(({ expectStatus }) => [201, 400, 422].includes(expectStatus)))(
    "$name: $expectStatus",
    ({ bytes, headers, expectStatus }) => {
      expect(statusOf(bytes, headers)).toBe(expectStatus);
    },
  );

  const tooLarge = bodies.filter(({ expectStatus }) => expectStatus === 413);
  const isPacked = ({ headers }: (typeof bodies)[number]) => headers["content-encoding"] === "gzip";

  test.each(tooLarge.filter((body) => !isPacked(body)))("$name: 413 as it is", ({ bytes }) => {
    expect(bytes.length).toBeGreaterThan(MAX_SNAPSHOT_BYTES);
  });

  test.each(tooLarge.filter(isPacked))("$name: 413 unpacked", ({ bytes }) => {
    expect(bytes.length).toBeLessThan(MAX_SNAPSHOT_BYTES);
    expect(() => gunzipSync(bytes, { maxOutputLength: MAX_SNAPSHOT_BYTES })).toThrow(RangeError);
  });
});

/** The result of validating a body, in short. */
function statusOf(bytes: Uint8Array, headers: Record<string, string>): number {
  let content = bytes;
  if (headers["content-encoding"] === "gzip") {
    try {
      content = gunzipSync(bytes);
    } catch {
      return 400;
    }
  }
  const parsed = parseSnapshotJson(content);
  return parsed.ok ? 201 : parsed.status;
}
