import { resolve } from "node:path";
import { z } from "zod";

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const yesOrNo = z.enum(["true", "false"], "must be true or false").transform((value) => value === "true");

const path = z.string().transform((value) => resolve(value));

/** All environment variables that Innkeeper reads. Nothing else reads the environment. */
export const environmentSchema = z
  .object({
    NODE_ENV: z
      .enum(["production", "development", "test"], "must be production, development or test")
      .default("production"),
    PORT: wholeNumber(0, 65_535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    DATABASE_URL: z
      .string()
      .refine(
        isPostgresAddress,
        "must be a connection string like postgresql://user:password@host:5432/innkeeper",
      )
      .optional(),
    INNKEEPER_DATA_DIR: path.optional(),
    INNKEEPER_URL: z
      .string()
      .refine(isPlainOrigin, "must be a URL like https://innkeeper.example.com, without a path")
      .transform((value) => new URL(value).origin)
      .optional(),
    INNKEEPER_TLS_CERT: path.optional(),
    INNKEEPER_TLS_KEY: path.optional(),
    INNKEEPER_TRUST_PROXY: yesOrNo.default(false),
    INNKEEPER_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    INNKEEPER_LOG_LEVEL: z
      .enum(
        ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
        "must be trace, debug, info, warn, error, fatal or silent",
      )
      .default("info"),
    INNKEEPER_METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
    INNKEEPER_DATABASE_POOL_SIZE: wholeNumber(2, 60).default(10),
    INNKEEPER_REPORT_INTERVAL: wholeNumber(60, 86_400).optional(),
  })
  .refine((env) => (env.INNKEEPER_TLS_CERT === undefined) === (env.INNKEEPER_TLS_KEY === undefined), {
    error: "INNKEEPER_TLS_CERT and INNKEEPER_TLS_KEY must be set together: set both or neither",
    path: ["INNKEEPER_TLS_CERT"],
    when: () => true,
  })
  .transform((env) => ({
    mode: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.INNKEEPER_DATA_DIR ?? null,
    publicUrl: env.INNKEEPER_URL ?? null,
    tls:
      env.INNKEEPER_TLS_CERT !== undefined && env.INNKEEPER_TLS_KEY !== undefined
        ? { certPath: env.INNKEEPER_TLS_CERT, keyPath: env.INNKEEPER_TLS_KEY }
        : null,
    trustProxy: env.INNKEEPER_TRUST_PROXY,
    secret: env.INNKEEPER_SECRET ?? null,
    logLevel: env.INNKEEPER_LOG_LEVEL,
    metricsToken: env.INNKEEPER_METRICS_TOKEN ?? null,
    databasePoolSize: env.INNKEEPER_DATABASE_POOL_SIZE,
    reportIntervalSeconds: env.INNKEEPER_REPORT_INTERVAL ?? null,
  }));

export type Environment = z.output<typeof environmentSchema>;

export const ENVIRONMENT_VARIABLES: readonly string[] = Object.keys(environmentSchema.in.shape);

/** One line per invalid variable. Values are not repeated, because they may be secrets. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

/** Reads the environment. An empty variable counts as not set, because compose files pass unset variables as empty. */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => value !== "" && ENVIRONMENT_VARIABLES.includes(name)),
  );
  const misspelt = Object.keys(source).filter(
    (name) => name.startsWith("INNKEEPER_") && !ENVIRONMENT_VARIABLES.includes(name),
  );
  const result = environmentSchema.safeParse(given);
  const firstOfEach = new Map<string, string>();
  for (const issue of result.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (!firstOfEach.has(name)) firstOfEach.set(name, `${name}: ${issue.message}`);
  }
  for (const name of misspelt) firstOfEach.set(name, `${name}: unknown variable`);
  if (firstOfEach.size > 0 || !result.success) throw new EnvironmentError([...firstOfEach.values()]);
  return result.data;
}

function isPostgresAddress(value: string): boolean {
  return URL.canParse(value) && ["postgres:", "postgresql:"].includes(new URL(value).protocol);
}

function isPlainOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && url.search === "";
}
