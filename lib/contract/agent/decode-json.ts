import { joinPath, type WireError } from "./wire-error.ts";
import { MAX_SNAPSHOT_DEPTH } from "./snapshot-v1.ts";

export type Decoded =
  | { ok: true; value: unknown }
  | { ok: false; status: 400 | 422; errors: [WireError, ...WireError[]] };

// The decoder keeps a byte order mark, so that it can be refused.
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes bytes to a value: strict UTF-8, no byte order mark, JSON, and no deeper than the contract allows. Depth is
 * checked in the text before parsing, and nothing after the first place that is too deep is read.
 */
export function decodeJson(body: Uint8Array | string): Decoded {
  let text: string;
  try {
    text = typeof body === "string" ? body : strictUtf8.decode(body);
  } catch {
    return notJson("is not valid UTF-8");
  }
  if (text.startsWith("\uFEFF")) return notJson("must not begin with a byte order mark");
  if (text === "") return notJson("is empty");

  const tooDeepAt = firstTooDeep(text);
  if (tooDeepAt !== null) return refuseDepth(text, tooDeepAt);
  const value = parse(text);
  return value === NOT_JSON ? notJson("is not JSON") : { ok: true, value };
}

const NOT_JSON = Symbol("not JSON");

/** The parser's own message is dropped because it quotes the body. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function notJson(message: string): Decoded {
  return { ok: false, status: 400, errors: [{ path: "", message }] };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;

/** Start of the first container that is nested too deep, or `null`. Correct for JSON, and harmless for anything else. */
function firstTooDeep(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if (code === BRACE_OPEN || code === BRACKET_OPEN) {
      depth += 1;
      if (depth > MAX_SNAPSHOT_DEPTH) return at;
    } else if (code === BRACE_CLOSE || code === BRACKET_CLOSE) {
      depth -= 1;
    }
  }
  return null;
}

/** Jumps from quote to quote: most of a body is inside strings. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

/** Replaces the container that is too deep, so that the text before it can be parsed and searched. */
const MARK = "\0too deep\0";

function refuseDepth(text: string, at: number): Decoded {
  const beginning = text.slice(0, at);
  const value = parse(beginning + JSON.stringify(MARK) + closersOf(beginning));
  if (value === NOT_JSON) return notJson("is not JSON");
  const path = pathOfMark(value, "") ?? "";
  const message = `must not be nested deeper than ${MAX_SNAPSHOT_DEPTH} levels`;
  return { ok: false, status: 422, errors: [{ path, message }] };
}

function closersOf(beginning: string): string {
  const open: string[] = [];
  for (let at = 0; at < beginning.length; at += 1) {
    const code = beginning.charCodeAt(at);
    if (code === QUOTE) at = endOfString(beginning, at);
    else if (code === BRACE_OPEN) open.push("}");
    else if (code === BRACKET_OPEN) open.push("]");
    else if (code === BRACE_CLOSE || code === BRACKET_CLOSE) open.pop();
  }
  return open.toReversed().join("");
}

/** Searches from the end, where the mark is unless parsing moved a numeric key to the front. */
function pathOfMark(value: unknown, path: string): string | null {
  if (value === MARK) return path;
  if (typeof value !== "object" || value === null) return null;
  const steps: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [step, child] of steps.toReversed()) {
    const found = pathOfMark(child, joinPath(path, step));
    if (found !== null) return found;
  }
  return null;
}
