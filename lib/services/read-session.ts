import "server-only";
import { findApiToken, noteApiTokenUse } from "@/lib/data/access/api-tokens.ts";
import { AppError } from "./app-error.ts";
import { getAuth } from "./auth/auth.ts";
import { bearerOf, hashToken, isToken } from "./tokens/secret-token.ts";

/** The reader: a signed-in person, or a script with an API token. */
export interface Viewer {
  kind: "session" | "api-token";
  id: string;
  name: string;
  email: string | null;
  role: string;
}

const NOTE_USE_EVERY_MILLISECONDS = 60_000;

/** The person or script behind a request, or null. Pages redirect to sign-in if it is null. */
export async function readSession(headers: Headers, now: Date): Promise<Viewer | null> {
  const token = bearerOf(headers.get("authorization"));
  if (token !== null) return readApiToken(token, now);
  if (!headers.has("cookie")) return null;
  const session = await getAuth().readSession(headers);
  if (session === null) return null;
  return { kind: "session", ...session };
}

/** Required for every read. @throws AppError `unauthenticated` */
export async function requireViewer(headers: Headers, now: Date): Promise<Viewer> {
  const viewer = await readSession(headers, now);
  if (viewer !== null) return viewer;
  throw new AppError("unauthenticated", "Sign in, or send an API token: Authorization: Bearer ikp_…");
}

/** Required for every change of access. @throws AppError `unauthenticated` or `forbidden` */
export async function requireAdmin(headers: Headers, now: Date): Promise<Viewer> {
  const viewer = await requireViewer(headers, now);
  if (viewer.kind === "session" && viewer.role === "admin") return viewer;
  throw new AppError("forbidden", "This requires a signed-in administrator.");
}

async function readApiToken(token: string, now: Date): Promise<Viewer | null> {
  if (!isToken("api", token)) return null;
  const row = await findApiToken(hashToken(token));
  if (row === null || row.revokedAt !== null) return null;
  if (row.lastUsedAt === null || +now - +new Date(row.lastUsedAt) > NOTE_USE_EVERY_MILLISECONDS) {
    await noteApiTokenUse(row.id, now);
  }
  return { kind: "api-token", id: row.id, name: row.name, email: null, role: row.role };
}
