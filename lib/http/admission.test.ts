import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/services/app-error.ts";
import { Admission } from "./admission.ts";

/** Work that ends on demand. */
function task() {
  let end = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { done, end };
}

describe("admission", () => {
  test("admits as many requests as there are places, and no more", () => {
    const admission = new Admission({ workers: 2, queue: 1 });
    const tickets = [admission.enter(), admission.enter(), admission.enter()];
    expect(() => admission.enter()).toThrow(AppError);
    expect(admission.counts).toMatchObject({ admitted: 3, refused: 1 });
    tickets[0]?.leave();
    expect(() => admission.enter()).not.toThrow();
  });

  test("a place released twice counts once", () => {
    const admission = new Admission({ workers: 1, queue: 0 });
    const ticket = admission.enter();
    ticket.leave();
    ticket.leave();
    admission.enter();
    expect(() => admission.enter()).toThrow("More reports");
  });

  test("at most `workers` tasks run at once, and waiting tasks run in order", async () => {
    const admission = new Admission({ workers: 2, queue: 2 });
    const tasks = [task(), task(), task(), task()];
    const started: number[] = [];
    const results = tasks.map(({ done }, index) =>
      admission.enter().work(async () => {
        started.push(index);
        await done;
        return index;
      }),
    );
    expect(started).toEqual([0, 1]);
    expect(admission.counts).toMatchObject({ working: 2, waiting: 2 });
    tasks[1]?.end();
    await results[1];
    expect(started).toEqual([0, 1, 2]);
    for (const { end } of tasks) end();
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3]);
    expect(admission.counts).toMatchObject({ working: 0, waiting: 0 });
  });

  test("work that fails frees its place", async () => {
    const admission = new Admission({ workers: 1, queue: 1 });
    const fail = admission.enter().work(() => Promise.reject(new Error("broken")));
    const next = admission.enter().work(() => Promise.resolve("served"));
    await expect(fail).rejects.toThrow("broken");
    expect(await next).toBe("served");
  });
});
