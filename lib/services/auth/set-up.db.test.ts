import { describe, expect, test } from "vitest";
import { hasUsers } from "@/lib/data/accounts/users.ts";
import { useTestDatabase } from "@/lib/data/testing/test-database.ts";
import { readSession, requireViewer } from "@/lib/services/read-session.ts";
import { createApiToken } from "@/lib/services/tokens/create-api-token.ts";
import { openAuth } from "./auth.ts";
import { createUser, isSetUpNeeded, issueSetUpCode, setUp } from "./set-up.ts";
import { createSignInLink } from "./sign-in-link.ts";

useTestDatabase();

const NOW = new Date("2026-11-24T09:00:00.000Z");
const ORIGIN = "http://inn.test";
const account = (name: string) => ({ name, email: `${name}@inn.test`, password: "correct horse battery" });

function open() {
  return openAuth({ secret: "s".repeat(40), isSecure: false, publicUrl: null, onError: () => undefined });
}

function cookiesOf(response: Response): Headers {
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return new Headers({ cookie });
}

// The steps of one first run, in order.
describe("the first account", () => {
  let code = "";

  test("a start without accounts issues a code", async () => {
    expect(await isSetUpNeeded()).toBe(true);
    code = (await issueSetUpCode(NOW)) ?? "";
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  });

  test.each([
    { name: "a wrong code", given: () => "AAAA-AAAA-AAAA-AAAA", at: NOW },
    { name: "no code", given: () => "", at: NOW },
    { name: "a code of last week", given: () => code, at: new Date(+NOW + 8 * 86_400_000) },
  ])("$name creates nothing", async ({ given, at }) => {
    await expect(setUp(given(), account("mallory"), at)).rejects.toMatchObject({ code: "forbidden" });
    expect(await hasUsers()).toBe(false);
  });

  test("of eight concurrent attempts with the code, one succeeds", async () => {
    const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const outcomes = await Promise.allSettled(
      names.map((name) => setUp(` ${code.toLowerCase().replaceAll("-", " ")} `, account(name), NOW)),
    );
    const failures = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(failures).toHaveLength(7);
    for (const { reason } of failures) expect(reason).toMatchObject({ code: "conflict" });
  });

  test("afterwards there is no code, and no way in without an account", async () => {
    expect(await issueSetUpCode(NOW)).toBeNull();
    await expect(setUp(code, account("late"), NOW)).rejects.toMatchObject({ code: "conflict" });
    const response = await open().handle(
      new Request(`${ORIGIN}/api/auth/sign-up/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: ORIGIN },
        body: JSON.stringify(account("stranger")),
      }),
    );
    expect(response.ok).toBe(false);
  });
});

describe("signing in", () => {
  test("an account created by the command line signs in, regardless of the case of its address", async () => {
    const auth = open();
    await createUser({ ...account("Olga"), email: "Olga@Inn.Test" }, "viewer");
    await expect(createUser(account("olga"), "admin")).rejects.toMatchObject({ code: "conflict" });
    const signIn = await auth.handle(
      new Request(`${ORIGIN}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: ORIGIN },
        body: JSON.stringify({ email: "OLGA@inn.test", password: "correct horse battery" }),
      }),
    );
    expect(signIn.status).toBe(200);
    expect(await readSession(cookiesOf(signIn), NOW)).toMatchObject({
      kind: "session",
      name: "Olga",
      role: "viewer",
    });
  });

  test("a link signs in only once, even if opened twice at the same time", async () => {
    const auth = open();
    await createUser(account("demo"), "admin");
    const { path } = await createSignInLink("demo@inn.test", new Date());
    const target = `${ORIGIN}${path.replace("/sign-in/once", "/api/auth/sign-in-once")}`;
    const answers = await Promise.all([auth.handle(new Request(target)), auth.handle(new Request(target))]);
    const signedIn = answers.filter((response) => response.headers.getSetCookie().length > 0);
    expect(signedIn).toHaveLength(1);
    expect(
      answers
        .map((response) => response.headers.get("location") ?? "")
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(["/", "/sign-in?reason=link"]);
    const [first] = signedIn;
    expect(first && (await readSession(cookiesOf(first), NOW))).toMatchObject({
      name: "demo",
      role: "admin",
    });
  });

  test("a link is valid only for its own user", async () => {
    const { id } = await createUser(account("other"), "viewer");
    const { path } = await createSignInLink("demo@inn.test", new Date());
    const bent = path.replace(/\.[0-9a-f-]+$/, `.${id}`).replace("/sign-in/once", "/api/auth/sign-in-once");
    const response = await open().handle(new Request(`${ORIGIN}${bent}`));
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe("an API token", () => {
  test("can read, and an invented one cannot", async () => {
    const { token } = await createApiToken({ name: "script", role: "viewer" });
    const headers = (secret: string) => new Headers({ authorization: `Bearer ${secret}` });
    expect(await requireViewer(headers(token), NOW)).toMatchObject({ kind: "api-token", name: "script" });
    for (const wrong of [`${token}x`, createdElsewhere(token), "ikp_"]) {
      await expect(requireViewer(headers(wrong), NOW)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    await expect(requireViewer(new Headers(), NOW)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

function createdElsewhere(token: string): string {
  return token.replace(/^ikp_/, "ika_");
}
