import { hash } from "node:crypto";
import { readDigits, type RuntimeNumber, type VmText } from "@/lib/contract/agent/vm-texts.ts";
import type { RuntimeKey } from "@/lib/domain/content-key.ts";
import type { VmReport } from "@/lib/domain/vm-report.ts";

/** The content of a text that was read before, without runtime numbers that it contains as plain numbers. */
export type KnownText = Omit<VmReport, "facts">;

/** A text without its runtime numbers. */
interface Remembered {
  told: KnownText;
  /** Hash of the text with all runtime numbers replaced by zeros. */
  digest: string;
  /** In order of appearance. */
  keys: readonly RuntimeKey[];
  /** Number of bytes before the first number, between numbers, and after the last. */
  gaps: readonly number[];
}

/** A VM's text is about 4 kB; larger texts than this are parsed each time. */
const MAX_TEXT_BYTES = 256 * 1024;
/** The bytes used to look up a text: agents write a VM's id first. */
const HEAD_BYTES = 64;
/** A VM reported by two hosts has two texts. */
const TEXTS_OF_A_HEAD = 2;
const ZERO = 0x30;
const scratch = Buffer.allocUnsafe(MAX_TEXT_BYTES);

/**
 * Caches valid texts of VMs and their content: most VMs in a report have the same bytes as a minute ago, except for their
 * runtime numbers, and are neither scanned nor parsed again. The least recently seen texts are evicted first.
 */
export class KnownTexts {
  readonly #limit: number;
  #recent = new Map<string, Remembered[]>();
  #older = new Map<string, Remembered[]>();

  /** @param limit number of VMs guaranteed to be cached; at most twice as many are cached, about 400 bytes each */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The text that begins here, if it is cached. */
  recall(body: Buffer, start: number): { text: VmText; told: KnownText } | null {
    const head = headAt(body, start);
    const known = this.#of(head);
    for (const remembered of known) {
      const text = textLike(remembered, body, start);
      if (!text) continue;
      if (!this.#recent.has(head)) this.#keep(head, known);
      return { text, told: remembered.told };
    }
    return null;
  }

  /** Caches the content of a valid text. */
  learn(body: Buffer, text: VmText, told: KnownText): void {
    if (text.end - text.start > MAX_TEXT_BYTES) return;
    const head = headAt(body, text.start);
    this.#keep(head, [remember(body, text, told), ...this.#of(head).slice(0, TEXTS_OF_A_HEAD - 1)]);
  }

  #of(head: string): Remembered[] {
    return this.#recent.get(head) ?? this.#older.get(head) ?? [];
  }

  #keep(head: string, texts: Remembered[]): void {
    if (this.#recent.size >= this.#limit && !this.#recent.has(head)) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(head, texts);
  }
}

function headAt(body: Buffer, start: number): string {
  return body.toString("latin1", start, start + HEAD_BYTES);
}

function remember(body: Buffer, text: VmText, told: KnownText): Remembered {
  const { start, end, numbers } = text;
  const gaps = [...numbers, { start: end }].map(
    (each, place) => each.start - (numbers[place - 1]?.end ?? start),
  );
  return { told, digest: digestOf(body, text), keys: numbers.map(({ key }) => key), gaps };
}

function textLike({ digest, keys, gaps }: Remembered, body: Buffer, start: number): VmText | null {
  const numbers: RuntimeNumber[] = [];
  let at = start;
  for (let place = 0; place < gaps.length; place += 1) {
    at += gaps[place] ?? 0;
    const key = keys[place];
    if (key === undefined) break;
    const digits = readDigits(body, at);
    if (!digits) return null;
    const { value, end } = digits;
    numbers.push({ key, value, start: at, end });
    at = end;
  }
  const text = { start, end: at, numbers };
  if (at > body.length || at - start > MAX_TEXT_BYTES) return null;
  return digestOf(body, text) === digest ? text : null;
}

function digestOf(body: Buffer, { start, end, numbers }: VmText): string {
  let length = 0;
  let from = start;
  for (const number of numbers) {
    length += body.copy(scratch, length, from, number.start);
    scratch[length] = ZERO;
    length += 1;
    from = number.end;
  }
  length += body.copy(scratch, length, from, end);
  return hash("sha256", scratch.subarray(0, length), "base64url");
}
