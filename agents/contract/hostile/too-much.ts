import { gzipSync } from "node:zlib";
import { MAX_SNAPSHOT_BYTES } from "@/lib/contract/agent/snapshot-v1.ts";
import { body, GZIP_HEADERS, JSON_HEADERS, vmId, type HostileBody, type Writer } from "./hostile-body.ts";

export function tooMuch(write: Writer): HostileBody[] {
  const deep = `${'{"a":['.repeat(8)}1${"]}".repeat(8)}`;
  const withVm = (keys: Record<string, unknown>): string =>
    write({ vms: [{ id: vmId(0), name: "A", ...keys }] });
  const padTo = (bytes: number): string => {
    const length = bytes - Buffer.byteLength(write({ padding: "" }));
    return write({ padding: "x".repeat(length) }).padEnd(bytes);
  };
  return [
    body("too much: one byte over 8 MiB", `${padTo(MAX_SNAPSHOT_BYTES)} `, 413),
    body("too much: 12 MiB of white space", " ".repeat(12 * 1024 * 1024), 413),
    body("too much: 17 levels", write({ extra: "deep" }).replace('"deep"', deep), 422),
    body(
      "too much: 100,000 levels inside one VM",
      withVm({ x: "deep" }).replace('"deep"', "[".repeat(100_000)),
      422,
    ),
    body(
      "too much: 1,025 VMs",
      write({ vms: Array.from({ length: 1025 }, (_, i) => ({ id: vmId(i), name: "A" })) }),
      422,
    ),
    body(
      "too much: 300,000 wrong sections",
      write({ sections: Array.from({ length: 300_000 }, () => 1) }),
      422,
    ),
    body("too much: 300,000 wrong VMs", write({ vms: Array.from({ length: 300_000 }, () => null) }), 422),
    body(
      "too much: a thousand times the same VM",
      write({ vms: Array.from({ length: 1000 }, () => ({ id: vmId(0), name: "A" })) }),
      422,
    ),
    body("too much: a name of 7 MiB", withVm({ name: "n".repeat(7 * 1024 * 1024) }), 422),
    body("too much: a name of 1,025 characters", withVm({ name: "n".repeat(1025) }), 422),
    body("too much: notes of 4,097 characters", withVm({ notes: "n".repeat(4097) }), 422),
    body(
      "too much: an item's name of a million characters",
      withVm({ guest: { items: { ["k".repeat(1_000_000)]: "" } } }),
      422,
    ),
    body("too much: 2^53", write({ sequence: 2 ** 53 }), 422),
    body("too much: 1e308", write({ epoch: 1e308 }), 422),
    body("too much: 1e400", write({ epoch: "many" }).replace('"many"', "1e400"), 422),
    body(
      "too much: a number of a million digits",
      write({ epoch: "many" }).replace('"many"', "9".repeat(1_000_000)),
      422,
    ),
    body("too little: minus one", write({ sequence: -1 }), 422),
    body("too little: minus nothing and a bit", write({ sequence: -1e-300 }), 422),
    body("too fine: 1.5", write({ sequence: 1.5 }), 422),
    body("NUL in a name", withVm({ name: "A\0B" }), 422),
    body("NUL in a guest's item", withVm({ guest: { items: { motd: "\0" } } }), 422),
    body("NUL in an item's name", withVm({ guest: { items: { "\0": "x" } } }), 422),
    body("a lone surrogate in a name", withVm({ name: "A\ud800" }), 422),
    body("a lone surrogate in a list", withVm({ operationalStatus: ["\udfff"] }), 422),
    body("the year 0", withVm({ createdAt: "0000-01-01T00:00:00Z" }), 422),
    body("the year 10000", withVm({ createdAt: "+10000-01-01T00:00:00Z" }), 422),
    body(
      "a time with a thousand digits",
      withVm({ createdAt: `2026-01-01T00:00:00.${"1".repeat(900)}Z` }),
      422,
    ),
    body("a GUID that is SQL", withVm({ biosGuid: "'; DROP TABLE vms; --" }), 422),
  ];
}

export function badPackaging(write: Writer): HostileBody[] {
  const good = Buffer.from(write());
  const packed = gzipSync(good);
  const flipped = Uint8Array.from(packed);
  flipped.set([(packed.at(-5) ?? 0) ^ 0xff], packed.length - 5);
  const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024, " "));
  const wrongType = (type: string): HostileBody =>
    body(`packaging: the type ${type}`, good, 415, { "content-type": type });
  const wrongEncoding = (encoding: string): HostileBody =>
    body(`packaging: the encoding ${encoding}`, good, 415, { ...JSON_HEADERS, "content-encoding": encoding });
  return [
    body("packaging: plain text that calls itself gzip", good, 400, GZIP_HEADERS),
    body("packaging: gzip that does not say so", packed, 400),
    body("packaging: half of a gzip", packed.subarray(0, packed.length / 2), 400, GZIP_HEADERS),
    body("packaging: the head of a gzip and no more", packed.subarray(0, 10), 400, GZIP_HEADERS),
    body("packaging: gzip whose checksum is wrong", flipped, 400, GZIP_HEADERS),
    body("packaging: nothing that calls itself gzip", "", 400, GZIP_HEADERS),
    body("packaging: gzip of nothing", gzipSync(""), 400, GZIP_HEADERS),
    body("packaging: gzip inside gzip", gzipSync(packed), 400, GZIP_HEADERS),
    body("packaging: 32 MiB in 32 KiB", bomb, 413, GZIP_HEADERS),
    body("packaging: the same in many members", Buffer.concat([bomb, bomb, bomb]), 413, GZIP_HEADERS),
    body(
      "packaging: 8 MiB and one byte, packed",
      gzipSync(Buffer.alloc(MAX_SNAPSHOT_BYTES + 1, " ")),
      413,
      GZIP_HEADERS,
    ),
    wrongEncoding("br"),
    wrongEncoding("deflate"),
    wrongEncoding("zstd"),
    wrongEncoding("gzip, gzip"),
    wrongEncoding("../../etc/passwd"),
    wrongType("text/plain"),
    wrongType("text/html"),
    wrongType("application/x-www-form-urlencoded"),
    wrongType("multipart/form-data; boundary=x"),
    wrongType("application/jsonp"),
    wrongType("application/octet-stream"),
  ];
}
