import { notFound } from "next/navigation";
import { requireViewer } from "@/app/require-viewer.ts";
import { AppError } from "@/lib/services/app-error.ts";

/**
 * Loads what an entity page shows, for signed-in users only. A missing entity is the 404 page; any other failure is left for the browser to
 * retry.
 */
export async function loadOrNotFound<Data>(load: () => Promise<Data>): Promise<Data | null> {
  await requireViewer();
  try {
    return await load();
  } catch (error) {
    // A malformed id names nothing either.
    if (error instanceof AppError && (error.code === "not-found" || error.code === "bad-request")) notFound();
    return null;
  }
}
