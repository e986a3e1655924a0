import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PageParts } from "./page-parts.ts";

const SCRIPT = "console.log('a part of a page');";
let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "innkeeper-parts-"));
  await mkdir(join(folder, "chunks"));
  await writeFile(join(folder, "chunks/a.js"), SCRIPT);
  await writeFile(join(folder, "chunks/a.js.br"), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, "chunks/a.js.gz"), gzipSync(SCRIPT));
  await writeFile(join(folder, "b.woff2"), "a font");
  await writeFile(join(folder, "manifest.json"), "{}");
  const parts = await PageParts.read(folder);
  server = createServer((message, reply) => {
    if (!parts.answer(message, reply)) reply.writeHead(404).end("not a part");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/_next/static`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true, force: true });
});

test.each([
  { accepts: "gzip, deflate, br, zstd", encoding: "br" },
  { accepts: "gzip, deflate", encoding: "gzip" },
  { accepts: "br;q=0, GZIP;q=0.5", encoding: "gzip" },
  { accepts: "gzip;q=0.0, br;q=0", encoding: null },
  { accepts: "identity", encoding: null },
  { accepts: "brotli", encoding: null },
])("a client that accepts $accepts gets $encoding, with the same text", async ({ accepts, encoding }) => {
  const response = await fetch(`${url}/chunks/a.js`, { headers: { "accept-encoding": accepts } });
  expect([response.status, response.headers.get("content-encoding")]).toEqual([200, encoding]);
  expect(await response.text()).toBe(SCRIPT);
  expect(response.headers.get("vary")).toBe("Accept-Encoding");
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(response.headers.get("content-type")).toContain("javascript");
});

test("a file that a later build has deleted is still available", async () => {
  await rm(join(folder, "b.woff2"));
  const response = await fetch(`${url}/b.woff2?v=1`);
  expect([response.headers.get("content-type"), await response.text()]).toEqual(["font/woff2", "a font"]);
});

test("HEAD returns the size and no body", async () => {
  const response = await fetch(`${url}/b.woff2`, { method: "HEAD" });
  expect([response.status, response.headers.get("content-length")]).toEqual([200, "6"]);
});

test.each(["/chunks/a.js.br", "/manifest.json", "/chunks/%61.js", "/none.js", "/"])(
  "%s is not served",
  async (path) => {
    expect((await fetch(url + path)).status).toBe(404);
  },
);

test("only reads are served", async () => {
  expect((await fetch(`${url}/b.woff2`, { method: "POST" })).status).toBe(404);
});
