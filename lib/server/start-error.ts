/** The server cannot start. The message is one line for the administrator at the terminal. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** The cause of a failed start, in words. A name with several addresses fails once for each, without words of its own. */
export function toReason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(toReason).join("; ");
  return error instanceof Error ? error.message : String(error);
}
