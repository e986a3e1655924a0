import pino, { type DestinationStream, type Logger } from "pino";

/** Fields that say more of an error: Postgres's code and where it met it, Node's code and call. Its details repeat rows. */
const TELLING = ["code", "table", "constraint", "syscall", "address", "port"];

/**
 * Structured lines without secrets. Of an error only its words are written: libraries hang whole connections on theirs,
 * with the keys that open or cancel them.
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
