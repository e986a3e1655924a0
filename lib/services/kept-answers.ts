/** Results, newest last: the next page, the next poll and the next user ask for the same ones, until the fleet changes. */
export class KeptAnswers<Value> {
  readonly #answers = new Map<string, Promise<Value>>();
  readonly #most: number;

  /** @param most number of results that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** The result of this key, read if it is not kept. A failed read is repeated. */
  of(key: string, read: () => Promise<Value>): Promise<Value> {
    const known = this.#answers.get(key);
    if (known) return known;
    const asked = read();
    this.#answers.set(key, asked);
    asked.catch(() => this.#answers.delete(key));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest);
    return asked;
  }
}
