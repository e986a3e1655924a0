import { notFound } from "next/navigation";
import { AppError } from "@/lib/services/app-error.ts";

/**
 * Loads what an entity page shows. A missing entity is the 404 page; any other failure is left for the browser to
 * retry.
 */
export async function loadOrNotFound<Data>(load: () => Promise<Data>): Promise<Data | null> {
  try {
    return await load();
  } catch (error) {
    // A malformed id names nothing either.
    if (error instanceof AppError && (error.code === "not-found" || error.code === "bad-request")) notFound();
    return null;
  }
}
