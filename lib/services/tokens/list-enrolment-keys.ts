import "server-only";
import { listEnrolmentKeyRows, type ListedEnrolmentKey } from "@/lib/data/access/enrolment-keys.ts";
import type { EnrolmentKeys, KeyState } from "@/lib/contract/api/access.ts";

export async function listEnrolmentKeys(now: Date): Promise<EnrolmentKeys> {
  const rows = await listEnrolmentKeyRows();
  return { items: rows.map((row) => ({ ...row, state: stateOf(row, now) })) };
}

function stateOf({ revokedAt, expiresAt, usesLeft }: ListedEnrolmentKey, now: Date): KeyState {
  if (revokedAt !== null) return "revoked";
  if (usesLeft !== null && usesLeft <= 0) return "used-up";
  return expiresAt !== null && new Date(expiresAt) <= now ? "expired" : "usable";
}
