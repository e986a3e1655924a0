import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { PAGE_PATH_HEADER } from "@/lib/http/page-path.ts";
import { readSession, type Viewer } from "@/lib/services/read-session.ts";
import { toSignIn } from "./sign-in/to-local-path.ts";

/**
 * The signed-in user; anyone else is sent to sign in. Every page that requires a session calls it before it reads
 * anything: a page is rendered beside its layout, and can be requested without it, so the check of the layout alone would
 * come too late. The session is read once per request.
 */
export const requireViewer: () => Promise<Viewer> = cache(async () => {
  const request = await headers();
  const viewer = await readSession(request, new Date());
  if (viewer === null) redirect(toSignIn(request.get(PAGE_PATH_HEADER)));
  return viewer;
});
