import { forgetAnswers, sendJson } from "@/lib/query/fetch-json.ts";

/** Ends the session and leaves nothing of it in the browser: a full page load clears every cache. */
export async function signOut(): Promise<void> {
  await sendJson("/api/auth/sign-out", {});
  forgetAnswers();
  window.location.assign("/sign-in");
}
