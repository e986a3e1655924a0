import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { accepts } from "./accepts.ts";

interface Part {
  type: string;
  plain: Buffer;
  /** Versions compressed by the build, best first. Empty for formats that are already compressed. */
  pressed: { encoding: "br" | "gzip"; body: Buffer }[];
}

const TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".woff2": "font/woff2",
};
const PRESSED = [
  { extension: ".br", encoding: "br" },
  { extension: ".gz", encoding: "gzip" },
] as const;

/**
 * The built static files of pages, about 4 MB, kept in memory: a new build under a running server does not affect pages
 * already sent. Their names contain a content hash, so clients can cache them forever.
 */
export class PageParts {
  readonly #parts: ReadonlyMap<string, Part>;

  private constructor(parts: ReadonlyMap<string, Part>) {
    this.#parts = parts;
  }

  /** @param folder `.next/static`, which may be missing */
  static async read(folder: string): Promise<PageParts> {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const files = new Set(names);
    const parts = new Map<string, Part>();
    for (const name of names) {
      const type = TYPES[extname(name)];
      if (type === undefined) continue;
      const pressed: Part["pressed"] = [];
      for (const { extension, encoding } of PRESSED) {
        if (!files.has(name + extension)) continue;
        pressed.push({ encoding, body: await readFile(join(folder, name + extension)) });
      }
      const path = `/_next/static/${name.split(sep).join("/")}`;
      parts.set(path, { type, plain: await readFile(join(folder, name)), pressed });
    }
    return new PageParts(parts);
  }

  /** @returns whether it answered */
  answer({ method, url = "", headers }: IncomingMessage, reply: ServerResponse): boolean {
    const part =
      method === "GET" || method === "HEAD" ? this.#parts.get(url.split("?", 1)[0] ?? "") : undefined;
    if (!part) return false;
    const pressed = part.pressed.find(({ encoding }) => accepts(headers["accept-encoding"], encoding));
    const body = pressed?.body ?? part.plain;
    reply.setHeader("content-type", part.type);
    reply.setHeader("cache-control", "public, max-age=31536000, immutable");
    if (part.pressed.length > 0) reply.setHeader("vary", "Accept-Encoding");
    if (pressed) reply.setHeader("content-encoding", pressed.encoding);
    reply.setHeader("content-length", body.byteLength);
    reply.end(method === "HEAD" ? undefined : body);
    return true;
  }
}
