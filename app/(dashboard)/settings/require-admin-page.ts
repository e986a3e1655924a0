import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readSession } from "@/lib/services/read-session.ts";

/**
 * For signed-in administrators; for anyone else the page does not exist. A page can be requested without its layout, so
 * both check, and the session is read once.
 */
export const requireAdminPage: () => Promise<void> = cache(async () => {
  const viewer = await readSession(await headers(), new Date());
  if (viewer?.kind !== "session" || viewer.role !== "admin") notFound();
});
