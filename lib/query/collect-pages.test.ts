import { expect, test } from "vitest";
import { collectPages } from "./collect-pages.ts";

const PAGES: Record<string, { items: number[]; nextCursor: string | null; total: number }> = {
  first: { items: [1, 2], nextCursor: "second", total: 5 },
  second: { items: [], nextCursor: "third", total: 5 },
  third: { items: [3, 4, 5], nextCursor: null, total: 5 },
};

test("every page is requested once and in order, also after an empty one", async () => {
  const asked: (string | null)[] = [];
  const items = await collectPages((cursor) => {
    asked.push(cursor);
    return Promise.resolve(PAGES[cursor ?? "first"] ?? { items: [], nextCursor: null, total: 0 });
  });
  expect(items).toEqual([1, 2, 3, 4, 5]);
  expect(asked).toEqual([null, "second", "third"]);
});

test("a failed page leaves no list that would look complete", async () => {
  const ask = (cursor: string | null) =>
    cursor === null
      ? Promise.resolve({ items: [1], nextCursor: "second", total: 2 })
      : Promise.reject(new Error("503"));
  await expect(collectPages(ask)).rejects.toThrow("503");
});
