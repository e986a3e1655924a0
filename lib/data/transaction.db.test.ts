import { beforeAll, describe, expect, test } from "vitest";
import { getDatabase } from "./database.ts";
import { useTestDatabase } from "./testing/test-database.ts";
import { inTransaction } from "./transaction.ts";

useTestDatabase();

const FAIL = (code: string) => `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`;

beforeAll(async () => {
  await getDatabase().pool.query("CREATE TABLE IF NOT EXISTS written (word text)");
});

async function words(): Promise<string[]> {
  const { rows } = await getDatabase().pool.query<{ word: string }>("SELECT word FROM written ORDER BY word");
  return rows.map(({ word }) => word);
}

const write = (word: string) => ({ text: "INSERT INTO written VALUES ($1)", values: [word] });

describe("statements sent together", () => {
  test.each([
    { name: "a deadlock", state: "40P01" },
    { name: "a serialization failure", state: "40001" },
  ])("are sent again if one meets $name, whichever error arrives first", async ({ name, state }) => {
    let attempts = 0;
    await inTransaction(async (client) => {
      attempts += 1;
      const first = client.query(attempts === 1 ? FAIL(state) : "SELECT");
      const second = client.query(write(`${name}, attempt ${attempts}`));
      // The error passes several awaits before its caller receives it, as in deeply nested calls.
      const heardLate = first.catch(async (error: unknown) => {
        await second.catch(() => undefined);
        throw error;
      });
      await Promise.all([heardLate, second]);
    });
    expect((await words()).filter((word) => word.startsWith(name))).toEqual([`${name}, attempt 2`]);
  });

  test("fail with the first error, not with its consequences for the others", async () => {
    const work = inTransaction(async (client) =>
      Promise.all([client.query(FAIL("22012")), client.query(write("never"))]),
    );
    await expect(work).rejects.toMatchObject({ code: "22012" });
    expect(await words()).not.toContain("never");
  });
});

describe("a statement sent later", () => {
  test.each([
    { when: "failed", statement: FAIL("22012"), says: { code: "22012" } },
    { when: "was written", statement: "SELECT", says: { message: "The transaction is over." } },
  ])("after a transaction $when is not executed", async ({ statement, says }) => {
    let goOn = () => {};
    const isOver = new Promise<void>((resolve) => (goOn = resolve));
    const late: Promise<unknown>[] = [];
    await inTransaction(async (client) => {
      late.push(isOver.then(() => client.query(write("late"))));
      await client.query(statement);
    }).catch(() => undefined);
    goOn();
    await expect(late[0]).rejects.toMatchObject(says);
    expect(await words()).not.toContain("late");
  });
});
