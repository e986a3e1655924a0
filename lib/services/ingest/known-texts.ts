import { hash } from "node:crypto";
import type { VmText } from "@/lib/contract/agent/vm-texts.ts";
import type { VmReport } from "@/lib/domain/vm-report.ts";

/** What a text that was read before says, beside its runtime numbers where they stand in it as plain ones. */
export type KnownText = Omit<VmReport, "facts">;

/** A VM's text is 4 kB; what is larger than this is read each time. */
const MAX_TEXT_BYTES = 256 * 1024;
const ZERO = 0x30;
const scratch = Buffer.allocUnsafe(MAX_TEXT_BYTES);

/**
 * The name of a text with all its runtime numbers as zeros: two texts with one name are the same byte by byte, but for
 * those.
 */
export function nameOfText(body: Buffer, { start, end, numbers }: VmText): string | null {
  if (end - start > MAX_TEXT_BYTES) return null;
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

/**
 * Texts of VMs that followed the contract, and what they say: most VMs of a report are as they were a minute ago, byte by
 * byte, and are not read again. Those that were not met for longest are forgotten first.
 */
export class KnownTexts {
  readonly #limit: number;
  #recent = new Map<string, KnownText>();
  #older = new Map<string, KnownText>();

  /** @param limit how many are kept for sure; up to twice as many are kept, of some 300 bytes each */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(name: string): KnownText | undefined {
    const recent = this.#recent.get(name);
    if (recent) return recent;
    const older = this.#older.get(name);
    if (older) this.set(name, older);
    return older;
  }

  set(name: string, text: KnownText): void {
    if (this.#recent.size >= this.#limit && !this.#recent.has(name)) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(name, text);
  }
}
