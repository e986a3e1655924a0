import { createGunzip, gunzipSync } from "node:zlib";
import { AppError } from "@/lib/services/app-error.ts";

const MEBIBYTE = 1024 * 1024;
/** Limit of the wire contract, applied to the decompressed body. */
export const MAX_BODY_BYTES = 8 * MEBIBYTE;

export type BodyEncoding = "gzip" | "identity";

/** Checks the media type and returns the encoding. @throws AppError `unsupported-media-type` */
export function checkMediaType(headers: Headers): BodyEncoding {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "")
    .split(";")
    .map((part) => part.trim());
  if (type.toLowerCase() !== "application/json") {
    throw refusal("unsupported-media-type", "Content-Type must be application/json.");
  }
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter))?.slice("charset=".length);
  if (charset !== undefined && !/^"?utf-?8"?$/i.test(charset)) {
    throw refusal("unsupported-media-type", "JSON must be encoded as UTF-8.");
  }
  switch ((headers.get("content-encoding") ?? "identity").trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return "gzip";
    case "":
    case "identity":
      return "identity";
    default:
      throw refusal("unsupported-media-type", "Content-Encoding must be gzip or absent.");
  }
}

/**
 * Reads and decompresses the body. Reading stops at the first byte beyond the limit after decompression, or beyond the
 * largest compressed size that a body within the limit can have.
 * @throws AppError `too-large` or `bad-request`
 */
export async function readBody(
  request: Request,
  encoding: BodyEncoding,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<Buffer> {
  const maxSent = encoding === "gzip" ? maxBytes + gzipOverhead(maxBytes) : maxBytes;
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxSent) throw tooLarge(maxBytes);
  if (request.body === null) return Buffer.alloc(0);
  const reader = request.body.getReader();
  try {
    const sent = limited(reader, maxSent, maxBytes);
    if (encoding === "identity") return await collect(sent);
    const isSmall = announced > 0 && announced <= MAX_AT_ONCE;
    return isSmall ? unpackAtOnce(await collect(sent), maxBytes) : await unpack(sent, maxBytes);
  } finally {
    // Stops the source; the listener decides what to do with the connection.
    reader.cancel().catch(() => undefined);
  }
}

async function* limited(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxSent: number,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    total += value.byteLength;
    if (total > maxSent) throw tooLarge(maxBytes);
    yield value;
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const [only] = parts;
  return parts.length === 1 && only
    ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
    : Buffer.concat(parts);
}

/** Bodies up to this announced size are decompressed in one call: passing chunks to another thread and back costs more. */
const MAX_AT_ONCE = 256 * 1024;
const PIECE_BYTES = 128 * 1024;

/** Stops at the first chunk beyond the limit. */
function unpackAtOnce(sent: Buffer, maxBytes: number): Buffer {
  try {
    return gunzipSync(sent, { maxOutputLength: maxBytes, chunkSize: PIECE_BYTES });
  } catch (error) {
    if (codeOf(error) === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxBytes);
    throw codeOf(error).startsWith("Z_") ? notGzip(error) : error;
  }
}

/** Decompresses chunk by chunk, so that a gzip bomb is detected after the first chunks. */
async function unpack(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  const parts: Buffer[] = [];
  let total = 0;
  const finished = new Promise<void>((resolve, reject) => {
    gunzip.on("data", (part: Buffer) => {
      total += part.byteLength;
      if (total > maxBytes) gunzip.destroy(tooLarge(maxBytes));
      else parts.push(part);
    });
    gunzip.once("end", resolve);
    gunzip.once("error", reject);
  });
  // The rejection is handled below; before that, while a chunk is in flight, it must not count as unhandled.
  finished.catch(() => undefined);
  try {
    for await (const chunk of chunks) {
      const isTaken = new Promise<void>((resolve) => gunzip.write(chunk, () => resolve()));
      await Promise.race([isTaken, finished]);
      if (gunzip.destroyed) break;
    }
    if (!gunzip.destroyed) gunzip.end();
    await finished;
  } catch (error) {
    throw codeOf(error).startsWith("Z_") ? notGzip(error) : error;
  } finally {
    gunzip.destroy();
  }
  return Buffer.concat(parts, total);
}

function notGzip(cause: unknown): AppError {
  return refusal("bad-request", "The body is declared as gzip but is not gzip.", cause);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Bytes that gzip adds to incompressible data: a header, a checksum, and a few bytes for each block. */
function gzipOverhead(bytes: number): number {
  return Math.ceil(bytes / 1024) + 1024;
}

function tooLarge(maxBytes: number): AppError {
  const limit = maxBytes >= MEBIBYTE ? `${maxBytes / MEBIBYTE} MiB` : `${maxBytes / 1024} KiB`;
  return refusal("too-large", `The body must not exceed ${limit} after decompression.`);
}

/** These errors concern the whole body, which the contract expresses as an empty path. */
function refusal(
  code: "bad-request" | "too-large" | "unsupported-media-type",
  message: string,
  cause?: unknown,
): AppError {
  return new AppError(code, message, { errors: [{ path: "", message }], cause });
}
