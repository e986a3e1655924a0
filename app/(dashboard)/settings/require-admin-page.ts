import { notFound } from "next/navigation";
import { readViewer } from "@/app/require-viewer.ts";

/**
 * For signed-in administrators; for anyone else the page does not exist. A page can be requested without its layout, so
 * both check.
 */
export async function requireAdminPage(): Promise<void> {
  const viewer = await readViewer();
  if (viewer?.kind !== "session" || viewer.role !== "admin") notFound();
}
