import { expect, test } from "vitest";
import { z } from "zod";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { enrolTestHost } from "@/lib/services/testing/test-host.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { getWholeFleet } from "./read-routes.ts";
import { requestContext } from "./testing/request-context.ts";

useTestDatabase();

const NOON = new Date("2026-11-24T12:00:00Z");
const hoursLater = (hours: number) => new Date(NOON.getTime() + hours * 60 * 60 * 1000);
const fleet = z.object({ yesterday: z.object({ at: z.string() }).nullable() });

test("the fleet compared with a day ago is answered anew when the day has passed, even if nobody reported", async () => {
  const { token } = await createApiToken({ name: "reading", role: "viewer" });
  const host = await enrolTestHost({ now: NOON });
  await host.post(undefined, NOON);
  const ask = (known: string, now: Date) =>
    getWholeFleet(
      new Request("http://inn.test/api/v1/fleet", {
        headers: { authorization: `Bearer ${token}`, "if-none-match": known },
      }),
      requestContext({ now }),
    );
  const first = await ask("", hoursLater(11));
  expect(fleet.parse(await first.json()).yesterday).toBeNull();
  const etag = first.headers.get("etag") ?? "";
  expect((await ask(etag, hoursLater(11))).status).toBe(304);
  const later = await ask(etag, hoursLater(24));
  expect(fleet.parse(await later.json()).yesterday).toEqual({ at: NOON.toISOString() });
});
