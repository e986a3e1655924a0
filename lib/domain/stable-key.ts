/**
 * A value as one string that is the same regardless of the order of its keys: it is hashed, since jsonb stores keys in
 * its own order and data read back would otherwise count as news. The order of a list stays.
 */
export function stableKey(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  // Not assigned one by one: a guest may name a key `__proto__`.
  return Object.fromEntries(
    Object.entries(value)
      .sort(byKey)
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}

export function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
