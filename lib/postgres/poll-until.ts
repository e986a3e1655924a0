import { setTimeout as pause } from "node:timers/promises";

/** Asks until the answer is not null. Postgres tells of its state in files only, so somebody has to look. */
export async function pollUntil<Answer>(
  ask: () => Promise<Answer | null>,
  { everyMilliseconds, timeoutMilliseconds }: { everyMilliseconds: number; timeoutMilliseconds: number },
): Promise<Answer | null> {
  const endAt = performance.now() + timeoutMilliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > endAt) return null;
    await pause(everyMilliseconds);
  }
}
