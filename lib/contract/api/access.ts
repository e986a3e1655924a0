import { z } from "zod";
import { freshness } from "./words.ts";

const id = z.string();
const isoTime = z.iso.datetime();

/** A host that enrolled but has not reported yet: it appears in no other list. */
export const awaitedHost = z.object({
  id,
  name: z.string(),
  fqdn: z.string().nullable(),
  tags: z.array(z.string()),
  enrolledAt: isoTime,
  agentVersion: z.string().nullable(),
  /** The address it enrolled from and the name of its enrolment key; `null` if not stored. */
  address: z.string().nullable(),
  keyName: z.string().nullable(),
});
export type AwaitedHostView = z.output<typeof awaitedHost>;

/** Newest first. */
export const awaitedHosts = z.object({ items: z.array(awaitedHost) });
export type AwaitedHosts = z.output<typeof awaitedHosts>;

/** A new agent instance on a known machine, and the instance that is active there. */
export const waitingAgent = z.object({
  id,
  host: z.object({ id, name: z.string() }),
  status: z.enum(["pending", "refused"]),
  instanceId: z.string(),
  version: z.string().nullable(),
  /** The name, address and key of its request; `null` if not stored. */
  askedName: z.string().nullable(),
  address: z.string().nullable(),
  keyName: z.string().nullable(),
  firstAskedAt: isoTime,
  lastAskedAt: isoTime.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: isoTime.nullable(),
  /**
   * The instance whose token is valid now, and the host's last report; both are replaced when the new instance is
   * approved.
   */
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

/** Waiting instances, oldest first, followed by refused ones. */
export const waitingAgents = z.object({ items: z.array(waitingAgent) });
export type WaitingAgents = z.output<typeof waitingAgents>;

/** `usable`, or the reason why the key is no longer valid. */
export const keyState = z.enum(["usable", "used-up", "expired", "revoked"]);
export type KeyState = z.output<typeof keyState>;

export const enrolmentKey = z.object({
  id,
  name: z.string(),
  state: keyState,
  tags: z.array(z.string()),
  /** Number of hosts enrolled with it, and how many more may enrol; `null` means unlimited. */
  uses: z.int(),
  usesLeft: z.int().nullable(),
  createdAt: isoTime,
  madeBy: z.string().nullable(),
  expiresAt: isoTime.nullable(),
  revokedAt: isoTime.nullable(),
});
export type EnrolmentKeyView = z.output<typeof enrolmentKey>;

/** Newest first. Only hashes of the keys are stored. */
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

/** Newest first. Only hashes of the tokens are stored. */
export const apiTokens = z.object({ items: z.array(apiToken) });
export type ApiTokens = z.output<typeof apiTokens>;

/** A new read-only token for scripts. */
export const newApiToken = z.object({ name: z.string().trim().min(1).max(120) });

/** The token, shown only once. */
export const madeApiToken = z.object({ id, token: z.string() });

/** The object is identified by the path; the body is empty. */
export const noDetails = z.object({});

/** The id of the object that the action was applied to. */
export const actedOn = z.object({ id });
