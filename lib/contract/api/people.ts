import { z } from "zod";

/** Whether the first account must still be created. */
export const setUpState = z.object({ needed: z.boolean() });

/** Data for the first account. */
export const firstAccount = z.object({
  code: z.string().min(1).max(64).describe("The one-time code that the server printed at startup."),
  name: z.string().min(1).max(200),
  email: z.string().max(254).describe("An e-mail address."),
  password: z.string().min(12).max(128),
});

export const setUpDone = z.object({ signedIn: z.boolean() });

/** A new enrolment key; the server sets its expiry. */
export const newEnrolmentKey = z.object({
  name: z.string().trim().min(1).max(120),
  /** How many hosts may enrol with it; unlimited if omitted. */
  uses: z.int().min(1).max(10_000).optional(),
  /** How long it is valid; seven days if omitted. */
  validHours: z
    .int()
    .min(1)
    .max(24 * 365)
    .optional(),
  /** Tags for hosts that enrol with it and for their VMs, with or without `#`. */
  tags: z.array(z.string().trim().min(1).max(65)).max(20).optional(),
});

/** The key, shown only once. */
export const madeEnrolmentKey = z.object({ key: z.string(), expiresAt: z.iso.datetime().nullable() });

/** The caller: a signed-in person, or a script with an API token. */
export const sessionPerson = z.object({
  kind: z.enum(["session", "api-token"]),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.string(),
});
