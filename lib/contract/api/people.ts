import { z } from "zod";

/** Whether the first account is still to be made. */
export const setUpState = z.object({ needed: z.boolean() });

/** What makes the first account. */
export const firstAccount = z.object({
  code: z.string().min(1).max(64).describe("The one-time code that the server printed at startup."),
  name: z.string().min(1).max(200),
  email: z.string().max(254).describe("An e-mail address."),
  password: z.string().min(12).max(128),
});

export const setUpDone = z.object({ signedIn: z.boolean() });

/** What a key that hosts enrol with is for; the server decides when it ends. */
export const newEnrolmentKey = z.object({
  name: z.string().trim().min(1).max(120),
  /** How many hosts may enrol with it; any number where it is left out. */
  uses: z.int().min(1).max(10_000).optional(),
  /** How long it is good for; seven days where it is left out. */
  validHours: z
    .int()
    .min(1)
    .max(24 * 365)
    .optional(),
  /** Hosts that enrol with it, and their VMs, get these; with or without `#`. */
  tags: z.array(z.string().trim().min(1).max(65)).max(20).optional(),
});

/** The key, shown this once. */
export const madeEnrolmentKey = z.object({ key: z.string(), expiresAt: z.iso.datetime().nullable() });

/** Who is calling: a person who signed in, or a script with an API token. */
export const sessionPerson = z.object({
  kind: z.enum(["session", "api-token"]),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.string(),
});
