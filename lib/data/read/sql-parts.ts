/** Collects the values of a hand-written statement; `add` returns their placeholder. */
export class SqlParts {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
