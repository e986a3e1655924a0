const SPARE = 10_000;

/**
 * Gives each distinct word a number, from 0. Words come from guests and notes and change over time: once there are twice
 * as many as were in use, those that are not in use any longer must be forgotten.
 */
export class WordNumbers {
  readonly #numbers = new Map<string, number>();
  #most = SPARE;

  /** Numbers are less than this. */
  get size(): number {
    return this.#numbers.size;
  }

  get isFull(): boolean {
    return this.size > this.#most;
  }

  all(): Iterable<[word: string, number: number]> {
    return this.#numbers;
  }

  of(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(word, number);
    }
    return number;
  }

  /** `null` if the word has no number. */
  find(word: string): number | null {
    return this.#numbers.get(word) ?? null;
  }

  /**
   * Numbers the words anew that are in use.
   * @param renumber replaces the numbers in use: `to` returns the new number of an old one
   */
  renumber(renumber: (to: (number: number) => number) => void): void {
    const words = [...this.#numbers.keys()];
    this.#numbers.clear();
    renumber((number) => this.of(words[number] ?? ""));
    this.#most = 2 * this.size + SPARE;
  }
}
