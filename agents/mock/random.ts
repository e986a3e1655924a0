type Label = string | number;

/** Four well-mixed 32-bit words from a text, so that neighbouring labels give unrelated sequences. */
function hashWords(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

function toHex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}

/** A seeded sequence (sfc32). The same labels give the same sequence on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(...labels: Label[]) {
    [this.#a, this.#b, this.#c, this.#counter] = hashWords(labels.join("\u0001"));
    for (let round = 0; round < 12; round++) this.word();
  }

  /** The next 32 bits. */
  word(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    return this.word() / 4294967296;
  }

  /** A whole number; both ends are possible. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError("cannot pick from an empty list");
    return item;
  }

  /** Picks in proportion to the weights. */
  weighted<Item>(choices: readonly (readonly [Item, number])[]): Item {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let rest = this.next() * total;
    for (const [item, weight] of choices) {
      rest -= weight;
      if (rest < 0) return item;
    }
    const last = choices.at(-1);
    if (!last) throw new RangeError("cannot pick from an empty list");
    return last[0];
  }

  hex(length: number): string {
    let text = "";
    while (text.length < length) text += toHex(this.word());
    return text.slice(0, length);
  }

  /** A random (version 4) GUID in the form of the wire: lower case, no braces. */
  guid(): string {
    const hex = this.hex(32);
    const variant = "89ab".charAt(this.word() & 3);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

/** A number from 0 up to 1 that depends on nothing but its arguments: what moves at each tick without any state. */
export function noise(seed: number, tick: number, salt = 0): number {
  let mixed = (seed ^ Math.imul(tick + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

/** A UUID of version 7, whose first 48 bits are the time. */
export function uuidV7(atMs: number, random: Random): string {
  const time = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, "0").slice(-12);
  const tail = random.guid().slice(14);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(1)}`;
}
