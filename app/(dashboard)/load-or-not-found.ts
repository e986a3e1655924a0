import { notFound } from "next/navigation";
import { AppError } from "@/lib/services/app-error.ts";

/** What an entity page shows. One that is not there is the 404 page; any other failure is left for the browser to ask again. */
export async function loadOrNotFound<Data>(load: () => Promise<Data>): Promise<Data | null> {
  try {
    return await load();
  } catch (error) {
    // An id that is no id names nothing either.
    if (error instanceof AppError && (error.code === "not-found" || error.code === "bad-request")) notFound();
    return null;
  }
}
