import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { addNewer, addUnknown } from "./prefetched.tsx";

const KEY = ["fleet"];
const answerAt = (updatedAt: number) => ({ queryKey: KEY, data: `of ${updatedAt}`, updatedAt });

function clientWith(updatedAt: number): QueryClient {
  const client = new QueryClient();
  client.setQueryData(KEY, `of ${updatedAt}`, { updatedAt });
  return client;
}

describe("what the server read for a page", () => {
  test("is in the cache with the time at which it was read", () => {
    const client = new QueryClient();
    addUnknown(client, [answerAt(7)]);
    expect(client.getQueryState(KEY)).toMatchObject({ data: "of 7", dataUpdatedAt: 7, status: "success" });
  });

  test("changes nothing that is displayed during a render", () => {
    const client = clientWith(5);
    addUnknown(client, [answerAt(7)]);
    expect(client.getQueryData(KEY)).toBe("of 5");
  });

  test.each([
    { cached: 5, read: 7, shown: "of 7" },
    { cached: 7, read: 5, shown: "of 7" },
  ])("read at $read replaces what was cached at $cached only if newer", ({ cached, read, shown }) => {
    const client = clientWith(cached);
    addNewer(client, [answerAt(read)]);
    expect(client.getQueryData(KEY)).toBe(shown);
  });
});
