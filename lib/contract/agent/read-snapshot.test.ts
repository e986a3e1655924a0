import { z } from "zod";
import { describe, expect, test } from "vitest";
import { parseEnrollmentJson, parseSnapshotJson } from "./read-snapshot.ts";
import { MAX_SNAPSHOT_DEPTH, MAX_SNAPSHOT_VMS, snapshotV1 } from "./snapshot-v1.ts";
import { snapshotBytes, someVms } from "./testing/smallest-snapshot.ts";

const decoder = new TextDecoder();

function nested(levels: number): unknown {
  let value: unknown = "leaf";
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { next: value };
  return value;
}

describe("bytes to text", () => {
  const text = decoder.decode(snapshotBytes());

  test("bytes and text give the same result", () => {
    expect(parseSnapshotJson(snapshotBytes())).toEqual(parseSnapshotJson(text));
    expect(parseSnapshotJson(text).ok).toBe(true);
  });

  test.each([
    { name: "nothing", body: "", message: "is empty" },
    { name: "white space", body: " \n", message: "is not JSON" },
    {
      name: "a byte order mark",
      body: Buffer.from(`\uFEFF${text}`),
      message: "must not begin with a byte order mark",
    },
    { name: "Latin-1", body: Buffer.from('"\u00fc"', "latin1"), message: "is not valid UTF-8" },
    { name: "UTF-16", body: Buffer.from(text, "utf16le"), message: "is not JSON" },
    { name: "an overlong slash", body: Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), message: "is not valid UTF-8" },
    { name: "a raw NUL", body: '"a\0b"', message: "is not JSON" },
    { name: "a secret in broken JSON", body: '{"password": hunter2}', message: "is not JSON" },
  ])("$name is refused with 400", ({ body, message }) => {
    expect(parseSnapshotJson(body)).toEqual({ ok: false, status: 400, errors: [{ path: "", message }] });
  });

  test("a replacement character in the text is ordinary text", () => {
    const parsed = parseSnapshotJson(snapshotBytes({ vms: [{ ...someVms(1)[0], name: "a\ufffdb" }] }));
    expect(parsed.ok && parsed.snapshot.vms?.[0]?.name).toBe("a\ufffdb");
  });
});

describe("depth", () => {
  test(`${MAX_SNAPSHOT_DEPTH} levels are read, including the body`, () => {
    expect(parseSnapshotJson(snapshotBytes({ extra: nested(MAX_SNAPSHOT_DEPTH - 1) })).ok).toBe(true);
  });

  test("one more level is refused with its path, even under an unknown key", () => {
    expect(parseSnapshotJson(snapshotBytes({ extra: { a: 1, "b c": nested(15) } }))).toEqual({
      ok: false,
      status: 422,
      errors: [
        {
          path: `extra["b c"]${"[0].next".repeat(7)}`,
          message: "must not be nested deeper than 16 levels",
        },
      ],
    });
  });

  test("brackets inside strings do not count as levels", () => {
    const name = '\\"[[[[[[[[[[[[[[[[[[[[[[[[{{{{\\\\';
    expect(parseSnapshotJson(snapshotBytes({ extra: name, [name]: 1 })).ok).toBe(true);
  });

  test("closed containers do not add up", () => {
    expect(parseSnapshotJson(snapshotBytes({ extra: Array.from({ length: 1000 }, () => [[]]) })).ok).toBe(
      true,
    );
  });

  test.each([
    { name: "four million open brackets", body: "[".repeat(4_000_000), status: 422 },
    { name: "brackets after invalid JSON", body: `}}}${"[".repeat(100)}`, status: 400 },
    { name: "brackets in a string that never ends", body: `{"a": "${"[".repeat(100)}`, status: 400 },
  ])("$name: $status", ({ body, status }) => {
    expect(parseSnapshotJson(body)).toMatchObject({ ok: false, status });
  });
});

describe("VMs", () => {
  test("1,024 are accepted", () => {
    const parsed = parseSnapshotJson(snapshotBytes({ vms: someVms(MAX_SNAPSHOT_VMS) }));
    expect(parsed.ok && parsed.snapshot.vms?.length).toBe(1024);
  });

  test("1,025 are not", () => {
    expect(parseSnapshotJson(snapshotBytes({ vms: someVms(MAX_SNAPSHOT_VMS + 1) }))).toEqual({
      ok: false,
      status: 422,
      errors: [{ path: "vms", message: "must not contain more than 1024 rows" }],
    });
  });

  test("one id in three rows is reported for the second and third row, along with other errors", () => {
    const vms = [...someVms(2), { ...someVms(1)[0], name: null }, ...someVms(1)];
    expect(parseSnapshotJson(snapshotBytes({ vms, sequence: -1 }))).toEqual({
      ok: false,
      status: 422,
      errors: [
        { path: "sequence", message: "must be an integer from 0 to 9007199254740991" },
        { path: "vms[2].name", message: "must be a string" },
        { path: "vms[2].id", message: "is the id of an earlier VM" },
        { path: "vms[3].id", message: "is the id of an earlier VM" },
      ],
    });
  });
});

describe("many errors", () => {
  test("the first fifty are reported", () => {
    const parsed = parseSnapshotJson(snapshotBytes({ sections: Array.from({ length: 51 }, () => ({})) }));
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.errors).toHaveLength(50);
    expect(parsed.errors[49]).toEqual({ path: "sections[24].status", message: "is required" });
  });

  test("a body full of errors costs no more than one error", () => {
    const parsed = parseSnapshotJson(snapshotBytes({ sections: Array.from({ length: 300_000 }, () => 1) }));
    expect(parsed).toMatchObject({ ok: false, status: 422 });
  });

  test("zod stops at the first error if requested", () => {
    const stopAtFirst = { abortEarly: true, jitless: false };
    const sections = Array.from({ length: 1000 }, () => 1);
    const many: unknown = JSON.parse(decoder.decode(snapshotBytes({ sections })));
    expect(z.compile(snapshotV1).safeParse(many, stopAtFirst).error?.issues).toHaveLength(1);
  });
});

describe("the whole body", () => {
  test.each(["null", "[]", "42", '"text"', "true", "[{}]"])("%s is not a snapshot", (body) => {
    expect(parseSnapshotJson(body)).toEqual({
      ok: false,
      status: 422,
      errors: [{ path: "", message: "must be an object" }],
    });
  });

  test("of a duplicate key the last one counts, as usual in JSON", () => {
    const parsed = parseSnapshotJson(decoder.decode(snapshotBytes()).replace("{", '{"sequence": "no",'));
    expect(parsed.ok && parsed.snapshot.sequence).toBe(1);
  });

  test("a prototype key is an unknown key", () => {
    const parsed = parseSnapshotJson(
      decoder.decode(snapshotBytes()).replace("{", '{"__proto__": {"smb": {"dcb": {}}}, "constructor": 1,'),
    );
    expect(parsed.ok && parsed.snapshot.smb).toBeNull();
    expect(Object.hasOwn(Object.prototype, "smb")).toBe(false);
  });

  test("required keys are not found on a prototype", () => {
    const parsed = parseSnapshotJson(`{"__proto__": ${decoder.decode(snapshotBytes())}}`);
    expect(parsed.ok ? [] : parsed.errors.map(({ path }) => path)).toEqual([
      "schemaVersion",
      "snapshotId",
      "epoch",
      "sequence",
      "collectedAt",
      "sentAt",
      "agent",
      "sections",
      "host",
    ]);
  });
});

describe("enrolment", () => {
  const body = {
    instanceId: "5b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3",
    machineId: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    name: "HV-EX-01",
    agentVersion: "1.0.0",
    comment: "ignored",
  };

  test("is read, unknown keys dropped and absent ones null", () => {
    const { comment: _comment, ...known } = body;
    expect(parseEnrollmentJson(JSON.stringify(body))).toEqual({
      ok: true,
      enrollment: { ...known, fqdn: null },
    });
  });

  test.each([
    { name: "no JSON", text: "{", status: 400, path: "" },
    { name: "too deep", text: `{"a":${"[".repeat(16)}`, status: 422, path: `a${"[0]".repeat(15)}` },
    {
      name: "braces",
      text: JSON.stringify({ ...body, instanceId: `{${body.instanceId}}` }),
      status: 422,
      path: "instanceId",
    },
    { name: "NUL", text: JSON.stringify({ ...body, name: "HV\0" }), status: 422, path: "name" },
    {
      name: "1,025 characters",
      text: JSON.stringify({ ...body, fqdn: "x".repeat(1025) }),
      status: 422,
      path: "fqdn",
    },
  ])("$name is refused: $status at $path", ({ text, status, path }) => {
    const parsed = parseEnrollmentJson(text);
    expect(parsed).toMatchObject({ ok: false, status, errors: [{ path }] });
  });
});
