import { RUNTIME_KEYS, type RuntimeKey } from "@/lib/domain/content-key.ts";
import { MAX_SNAPSHOT_DEPTH } from "./snapshot-v1.ts";

/** Position of one VM in the bytes of a body, and its runtime numbers. */
export interface VmText {
  start: number;
  /** Position after its closing brace. */
  end: number;
  numbers: RuntimeNumber[];
}

export interface RuntimeNumber {
  key: RuntimeKey;
  value: number;
  /** Position of its first digit. */
  start: number;
  end: number;
}

/** Position of the VM list in the bytes of a body: `start` is after its opening bracket, `end` at its closing bracket. */
export interface VmTexts {
  start: number;
  end: number;
  vms: VmText[];
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;

/** A number with more digits might not be a safe integer. */
const MAX_DIGITS = 15;
const KEYS_BY_LENGTH = new Map<number, RuntimeKey>(RUNTIME_KEYS.map((key) => [key.length, key]));

/** Depth inside the body's object, and inside a VM's object. */
const IN_BODY = 1;
const IN_VM = 3;

/** Returns a previously found VM that begins here with identical bytes, so that it need not be scanned again. */
type Recall = (start: number) => VmText | null;

/**
 * Finds the VMs of a snapshot without parsing them. The result is correct if the body is JSON, with matching brackets and
 * terminated strings. A caller that cuts VMs out must parse the rest, and each VM once.
 * @returns `null` if the body is not simple enough: the VM list is absent, present twice or not a list of objects, keys
 * are escaped, or the nesting is too deep
 */
export function findVmTexts(body: Buffer, recall: Recall = () => null): VmTexts | null {
  let found: VmTexts | null = null;
  const end = walkObject(body, skipSpace(body, 0), IN_BODY, (key, colon) => {
    if (body.toString("latin1", key.start, key.end) !== "vms") return key.end;
    if (found) return null;
    found = readList(body, colon + 1, recall);
    return found && found.end;
  });
  return end === null ? null : found;
}

function readList(body: Buffer, from: number, recall: Recall): VmTexts | null {
  const open = skipSpace(body, from);
  if (body[open] !== BRACKET_OPEN) return null;
  const vms: VmText[] = [];
  for (let at = skipSpace(body, open + 1); ; at = skipSpace(body, at + 1)) {
    const vm = recall(at) ?? readVm(body, at);
    if (!vm) return null;
    vms.push(vm);
    at = skipSpace(body, vm.end);
    if (body[at] === BRACKET_CLOSE) return { start: open + 1, end: at, vms };
    if (body[at] !== COMMA) return null;
  }
}

function readVm(body: Buffer, start: number): VmText | null {
  const numbers: RuntimeNumber[] = [];
  const end = walkObject(body, start, IN_VM, (key, colon) => {
    const name = KEYS_BY_LENGTH.get(key.end - key.start);
    if (name === undefined || body.toString("latin1", key.start, key.end) !== name) return key.end;
    if (numbers.some((number) => number.key === name)) return null;
    const number = readNumber(body, name, colon + 1);
    if (number) numbers.push(number);
    return key.end;
  });
  return end === null ? null : { start, end, numbers };
}

/**
 * Scans an object from its opening brace, and calls `tell` for each of its own keys (without quotes) with its colon. The
 * callback returns where to continue: at the closing quote, or at the end of a value that it has read.
 * @returns the position after its closing brace, or `null` if the object is not simple enough
 */
function walkObject(
  body: Buffer,
  start: number,
  depth: number,
  tell: (key: { start: number; end: number }, colon: number) => number | null,
): number | null {
  if (body[start] !== BRACE_OPEN) return null;
  let inside = depth;
  for (let at = start + 1; at < body.length; at += 1) {
    const code = body[at];
    if (code === QUOTE) {
      const end = endOfString(body, at);
      if (end === null) return null;
      const colon = inside === depth ? skipSpace(body, end + 1) : end;
      if (body[colon] === COLON) {
        if (hasEscape(body, at, end)) return null;
        const next = tell({ start: at + 1, end }, colon);
        if (next === null) return null;
        at = next;
      } else {
        at = end;
      }
    } else if (code === BRACE_OPEN || code === BRACKET_OPEN) {
      inside += 1;
      if (inside > MAX_SNAPSHOT_DEPTH) return null;
    } else if (code === BRACE_CLOSE || code === BRACKET_CLOSE) {
      inside -= 1;
      if (inside < depth) return at + 1;
    }
  }
  return null;
}

/** Reads a plain integer; any other value stays part of the VM's text. */
function readNumber(body: Buffer, key: RuntimeKey, from: number): RuntimeNumber | null {
  const start = skipSpace(body, from);
  const digits = readDigits(body, start);
  if (!digits) return null;
  const next = body[skipSpace(body, digits.end)];
  return next === COMMA || next === BRACE_CLOSE ? { key, start, ...digits } : null;
}

/** Reads the digits at this position: at least one, not too many, and no leading zero. */
export function readDigits(body: Buffer, start: number): { value: number; end: number } | null {
  let end = start;
  let value = 0;
  for (let code = body[end]; code !== undefined && code >= ZERO && code <= NINE; code = body[end]) {
    value = value * 10 + (code - ZERO);
    end += 1;
  }
  const digits = end - start;
  if (digits === 0 || digits > MAX_DIGITS || (digits > 1 && body[start] === ZERO)) return null;
  return { value, end };
}

/** The position of the closing quote. */
function endOfString(body: Buffer, start: number): number | null {
  for (let at = start + 1; at < body.length; at += 1) {
    const code = body[at];
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return null;
}

function hasEscape(body: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (body[at] === BACKSLASH) return true;
  return false;
}

function skipSpace(body: Buffer, from: number): number {
  let at = from;
  for (let code = body[at]; code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; code = body[at])
    at += 1;
  return at;
}
