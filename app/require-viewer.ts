import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { PAGE_PATH_HEADER } from "@/lib/http/page-path.ts";
import { readSession, type Viewer } from "@/lib/services/read-session.ts";
import { toSignIn } from "./sign-in/to-local-path.ts";

/** The signed-in user, or null; read once per request. */
export const readViewer: () => Promise<Viewer | null> = cache(async () =>
  readSession(await headers(), new Date()),
);

/**
 * The signed-in user; anyone else is sent to sign in. Every page that requires a session calls it before it reads
 * anything: a page is rendered beside its layout, and can be requested without it, so the check of the layout alone would
 * come too late.
 */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await readViewer();
  if (viewer === null) redirect(toSignIn((await headers()).get(PAGE_PATH_HEADER)));
  return viewer;
}
