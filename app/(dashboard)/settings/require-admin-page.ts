import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readSession } from "@/lib/services/read-session.ts";

/**
 * For administrators who are signed in; to anybody else the page is not there. A page may be asked for without the layout
 * round it, so both ask, and the session is read once.
 */
export const requireAdminPage: () => Promise<void> = cache(async () => {
  const viewer = await readSession(await headers(), new Date());
  if (viewer?.kind !== "session" || viewer.role !== "admin") notFound();
});
