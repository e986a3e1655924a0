import "server-only";
import { markTokenRevoked } from "@/lib/data/access/api-tokens.ts";
import { markKeyRevoked } from "@/lib/data/access/enrolment-keys.ts";
import { AppError } from "@/lib/services/app-error.ts";
import { UUID } from "../cursor.ts";

/** Revokes an enrolment key. Hosts that have enrolled with it keep their tokens. @throws AppError `not-found` */
export async function revokeEnrolmentKey(id: string, now: Date): Promise<{ id: string }> {
  if (UUID.test(id) && (await markKeyRevoked(id.toLowerCase(), now))) return { id: id.toLowerCase() };
  throw new AppError("not-found", "There is no enrolment key with this id.");
}

/** Revokes an API token. @throws AppError `not-found` */
export async function revokeApiToken(id: string, now: Date): Promise<{ id: string }> {
  if (UUID.test(id) && (await markTokenRevoked(id.toLowerCase(), now))) return { id: id.toLowerCase() };
  throw new AppError("not-found", "There is no API token with this id.");
}
