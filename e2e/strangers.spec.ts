import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { vmPage } from "../lib/contract/api/vms.ts";
import { expect, STRANGER, test } from "./fixtures.ts";

/** A tree of the router that claims to have every layout already, and another page in it: only the page is rendered. */
const treeOf = (path: string) =>
  path
    .split("/")
    .filter(Boolean)
    .reduceRight<unknown>((inner, part) => [part, { children: inner }], ["another page", {}]);

/** Ways to ask for a page: as a browser does, as the router does, and as a router would that has its layouts. */
const WAYS = [
  { name: "the document", headersOf: () => ({}) },
  { name: "its payload", headersOf: () => ({ rsc: "1" }) },
  {
    name: "its payload without layouts",
    headersOf: (path: string) => ({
      rsc: "1",
      "next-router-state-tree": encodeURIComponent(
        JSON.stringify(["", { children: ["(dashboard)", { children: treeOf(path) }] }]),
      ),
    }),
  },
] as const;

/** The address of every page behind the sign-in, from the folders of the app. */
function pagesBehindSignIn(ids: Readonly<Record<string, string>>): string[] {
  const folder = fileURLToPath(new URL("../app/(dashboard)", import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /(?:^|\/)page\.tsx$/.test(name))
    .map((name) => {
      const route = `/${name.replace(/\/?page\.tsx$/, "")}`;
      return ids[route] ?? route;
    });
}

/** All that a client receives on the way, redirects included. */
async function allThatIsSent(request: APIRequestContext, path: string, headers: Record<string, string>) {
  let text = "";
  let next: string | undefined = path;
  for (let hops = 0; next !== undefined && hops < 5; hops += 1) {
    const response: APIResponse = await request.get(next, { headers, maxRedirects: 0 });
    text += await response.text();
    next = response.headers()["location"];
  }
  return text;
}

test.describe("without a session", () => {
  test.use({ storageState: STRANGER });

  test("no page tells a name of the fleet, however it is requested", async ({
    fleet,
    session,
    request,
    playwright,
    baseURL,
  }) => {
    const signedIn = await playwright.request.newContext({ storageState: session, baseURL: baseURL ?? "" });
    const { items } = vmPage.parse(await (await signedIn.get("/api/v1/vms?sort=health&limit=50")).json());
    const [vm] = items;
    const [host] = fleet.hostMap;
    const names = [...fleet.hostMap.map(({ name }) => name), ...items.map(({ name }) => name)];
    const toldIn = (text: string) => names.filter((name) => text.includes(name));
    const paths = pagesBehindSignIn({
      "/vms/[id]": `/vms/${vm?.id}`,
      "/hosts/[id]": `/hosts/${host?.id}`,
      "/guide/[kind]/[key]": "/guide/services/vss",
    });
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => path.includes("["))).toEqual([]);

    for (const path of paths)
      for (const { name, headersOf } of WAYS)
        expect(toldIn(await allThatIsSent(request, path, headersOf(path))), `${path}, ${name}`).toEqual([]);

    for (const path of ["/hosts", `/vms/${vm?.id}`])
      for (const { name, headersOf } of WAYS)
        expect(toldIn(await allThatIsSent(signedIn, path, headersOf(path))), `${path}, ${name}`).not.toEqual(
          [],
        );
    await signedIn.dispose();
  });
});
