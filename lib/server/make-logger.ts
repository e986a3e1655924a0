import pino, { type DestinationStream, type Logger } from "pino";

/**
 * Error fields that help diagnosis: Postgres's code and location, Node's code and call. Postgres's `detail` would
 * repeat row data.
 */
const TELLING = ["code", "table", "constraint", "syscall", "address", "port"];

/**
 * Structured log lines without secrets. Only text fields of an error are written: libraries attach whole connections to
 * their errors, including the keys that open or cancel them.
 */
export function makeLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    serializers: { err: wordsOf },
    redact: [
      "req.headers.authorization",
      "req.headers.cookie",
      "*.password",
      "*.token",
      "*.key",
      "*.connectionString",
    ],
  };
  return destination ? pino(options, destination) : pino(options);
}

function wordsOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  const told = Object.entries(error).filter(
    ([name, value]) => TELLING.includes(name) && (typeof value === "string" || typeof value === "number"),
  );
  return { type, message, stack, ...Object.fromEntries(told) };
}
