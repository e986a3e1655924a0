import { setTimeout as pause } from "node:timers/promises";

/** Polls until the answer is not null. Postgres publishes its state only in files, so polling is required. */
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
