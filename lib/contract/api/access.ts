import { z } from "zod";
import { freshness } from "./words.ts";

const id = z.string();
const isoTime = z.iso.datetime();

/** A host that enrolled, and of which no report has come yet: it is in no other list. */
export const awaitedHost = z.object({
  id,
  name: z.string(),
  fqdn: z.string().nullable(),
  tags: z.array(z.string()),
  enrolledAt: isoTime,
  agentVersion: z.string().nullable(),
  /** Where it enrolled from, and the name of the key that it used; `null` where that was not kept. */
  address: z.string().nullable(),
  keyName: z.string().nullable(),
});
export type AwaitedHostView = z.output<typeof awaitedHost>;

/** The newest first. */
export const awaitedHosts = z.object({ items: z.array(awaitedHost) });
export type AwaitedHosts = z.output<typeof awaitedHosts>;

/** A second instance of the agent on a machine that is known, and the instance that holds it. */
export const waitingAgent = z.object({
  id,
  host: z.object({ id, name: z.string() }),
  status: z.enum(["pending", "refused"]),
  instanceId: z.string(),
  version: z.string().nullable(),
  /** What it called itself, where it asked from and with which key; `null` where that was not kept. */
  askedName: z.string().nullable(),
  address: z.string().nullable(),
  keyName: z.string().nullable(),
  firstAskedAt: isoTime,
  lastAskedAt: isoTime.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: isoTime.nullable(),
  /** The instance whose token holds now, and what the host told last; both end when the other one is let in. */
  present: z
    .object({
      instanceId: z.string(),
      version: z.string().nullable(),
      address: z.string().nullable(),
      enrolledAt: isoTime,
    })
    .nullable(),
  lastReportedAt: isoTime.nullable(),
  freshness: freshness.nullable(),
});
export type WaitingAgentView = z.output<typeof waitingAgent>;

/** Those that wait, oldest first, then those that were refused. */
export const waitingAgents = z.object({ items: z.array(waitingAgent) });
export type WaitingAgents = z.output<typeof waitingAgents>;

/** `usable`, or why it opens nothing any more. */
export const keyState = z.enum(["usable", "used-up", "expired", "revoked"]);
export type KeyState = z.output<typeof keyState>;

export const enrolmentKey = z.object({
  id,
  name: z.string(),
  state: keyState,
  tags: z.array(z.string()),
  /** Hosts that enrolled with it, and how many may still; `null` is as many as come. */
  uses: z.int(),
  usesLeft: z.int().nullable(),
  createdAt: isoTime,
  madeBy: z.string().nullable(),
  expiresAt: isoTime.nullable(),
  revokedAt: isoTime.nullable(),
});
export type EnrolmentKeyView = z.output<typeof enrolmentKey>;

/** The newest first; of the keys themselves only hashes are kept. */
export const enrolmentKeys = z.object({ items: z.array(enrolmentKey) });
export type EnrolmentKeys = z.output<typeof enrolmentKeys>;

export const apiToken = z.object({
  id,
  name: z.string(),
  role: z.string(),
  createdAt: isoTime,
  madeBy: z.string().nullable(),
  lastUsedAt: isoTime.nullable(),
  revokedAt: isoTime.nullable(),
});
export type ApiTokenView = z.output<typeof apiToken>;

/** The newest first; of the tokens themselves only hashes are kept. */
export const apiTokens = z.object({ items: z.array(apiToken) });
export type ApiTokens = z.output<typeof apiTokens>;

/** What a token for scripts is for. It reads. */
export const newApiToken = z.object({ name: z.string().trim().min(1).max(120) });

/** The token, shown this once. */
export const madeApiToken = z.object({ id, token: z.string() });

/** What is acted on is in the path: the body has nothing to say. */
export const noDetails = z.object({});

/** The id of what was acted on. */
export const actedOn = z.object({ id });
