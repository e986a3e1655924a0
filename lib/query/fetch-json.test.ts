import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { nextPollMs, noteAnswer, noteSilence, readContact } from "./contact.ts";
import { fetchJson, forgetAnswers, NoContactError, ProblemError, toUrl } from "./fetch-json.ts";

let server: Server | null = null;

/** A server with the given responses; real, because the browser's fetch is under test. */
async function serve(
  answer: (request: { etag: string | undefined }) => {
    status: number;
    headers?: Record<string, string>;
    body?: string;
  },
): Promise<string> {
  server = createServer((request, response) => {
    const { status, headers, body } = answer({ etag: request.headers["if-none-match"] });
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

afterEach(async () => {
  forgetAnswers();
  noteAnswer();
  if (!server) return;
  server.closeAllConnections();
  server.close();
  await once(server, "close");
  server = null;
});

describe("fetchJson", () => {
  test("without changes it returns the same object as the last response", async () => {
    let asked = 0;
    const origin = await serve(({ etag }) => {
      asked += 1;
      return etag === '"v1"'
        ? { status: 304 }
        : { status: 200, headers: { etag: '"v1"' }, body: '{"items":[1]}' };
    });
    const first = await fetchJson(`${origin}/vms`);
    const second = await fetchJson(`${origin}/vms`);
    expect(asked).toBe(2);
    expect(second).toBe(first);
  });

  test("a changed response replaces the old one", async () => {
    let version = 0;
    const origin = await serve(() => {
      version += 1;
      return { status: 200, headers: { etag: `"v${version}"` }, body: `{"version":${version}}` };
    });
    expect(await fetchJson(`${origin}/vms`)).toEqual({ version: 1 });
    expect(await fetchJson(`${origin}/vms`)).toEqual({ version: 2 });
  });

  test("a refusal carries the problem that the server named", async () => {
    const problem = {
      type: "about:blank",
      title: "Not readable",
      status: 422,
      detail: "sort: no such column",
    };
    const origin = await serve(() => ({ status: 422, body: JSON.stringify(problem) }));
    const error: unknown = await fetchJson(`${origin}/vms`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ problem });
    expect(readContact().isLost).toBe(false);
  });

  test("a refusal without a message still has a status", async () => {
    const origin = await serve(() => ({ status: 500, body: "<h1>oops</h1>" }));
    const error: unknown = await fetchJson(`${origin}/vms`).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 500 });
  });

  test("an unavailable server is a lost connection, not a refusal", async () => {
    const origin = await serve(() => ({
      status: 503,
      body: "{}",
      headers: { "content-type": "application/problem+json" },
    }));
    await expect(fetchJson(`${origin}/vms`)).rejects.toBeInstanceOf(NoContactError);
    expect(readContact()).toMatchObject({ isLost: true, isServerThere: true });
  });

  test("a proxy that has lost the server is not the server", async () => {
    const origin = await serve(() => ({ status: 502, body: "<h1>Bad gateway</h1>" }));
    await expect(fetchJson(`${origin}/vms`)).rejects.toBeInstanceOf(NoContactError);
    expect(readContact()).toMatchObject({ isLost: true, isServerThere: false });
  });
});

describe("how often the browser requests", () => {
  test("10 s normally, then 2, 5, 10 and every 15 s, and 10 s again after a response", () => {
    const waits = [nextPollMs()];
    for (let failure = 0; failure < 5; failure += 1) {
      noteSilence(false);
      waits.push(nextPollMs());
    }
    noteAnswer();
    waits.push(nextPollMs());
    expect(waits).toEqual([10_000, 2000, 5000, 10_000, 15_000, 15_000, 10_000]);
  });
});

describe("toUrl", () => {
  test.each([
    [{}, "/vms"],
    [{ search: "" }, "/vms"],
    [{ sort: "name", health: ["critical", "warning"] }, "/vms?health=critical&health=warning&sort=name"],
    [{ service: ["vss:failed"], cursor: null, limit: 500 }, "/vms?limit=500&service=vss%3Afailed"],
  ])("%j becomes %s", (params, url) => {
    expect(toUrl("/vms", params)).toBe(url);
  });
});
