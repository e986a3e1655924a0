import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  changeListQuery,
  complianceQuery,
  findingListQuery,
  hostListQuery,
  vmFilters,
  vmHistoryQuery,
  vmListQuery,
} from "./filters.ts";
import { parseQuery } from "./query.ts";

function read(schema: z.ZodObject, address: string) {
  const parsed = parseQuery(schema, new URLSearchParams(address));
  return parsed.ok ? parsed.query : parsed.errors.map(({ path }) => path);
}

describe("parameters of a list", () => {
  test.each([
    { schema: vmListQuery, address: "", query: {} },
    { schema: vmListQuery, address: "host=&search=&limit=", query: {} },
    { schema: vmListQuery, address: "search=100%25_sql", query: { search: "100%_sql" } },
    { schema: vmListQuery, address: `search=${"x".repeat(1024)}`, query: { search: "x".repeat(1024) } },
    {
      schema: vmListQuery,
      address: "health=critical&health=warning",
      query: { health: ["critical", "warning"] },
    },
    {
      schema: vmListQuery,
      address: "state=running&state=off-critical",
      query: { state: ["running", "off-critical"] },
    },
    { schema: vmListQuery, address: "service=heartbeat:failed", query: { service: ["heartbeat:failed"] } },
    {
      schema: vmListQuery,
      address: "acceleration=sr-iov:blocked",
      query: { acceleration: ["sr-iov:blocked"] },
    },
    { schema: vmListQuery, address: "generation=1", query: { generation: ["1"] } },
    { schema: vmListQuery, address: "rule=is.guest-silent", query: { rule: ["is.guest-silent"] } },
    { schema: vmListQuery, address: "gone=true", query: { gone: true } },
    { schema: vmListQuery, address: "gone=false", query: { gone: false } },
    {
      schema: vmListQuery,
      address: "sort=-findings&limit=500&cursor=abc",
      query: { sort: "-findings", limit: 500, cursor: "abc" },
    },
    { schema: vmListQuery, address: "limit=1", query: { limit: 1 } },
    { schema: vmHistoryQuery, address: "days=400", query: { days: 400 } },
    {
      schema: hostListQuery,
      address: "freshness=stale&sort=vms",
      query: { freshness: ["stale"], sort: "vms" },
    },
    {
      schema: findingListQuery,
      address: "status=frozen&severity=info",
      query: { status: "frozen", severity: ["info"] },
    },
    {
      schema: changeListQuery,
      address: "since=12-34&kind=service",
      query: { since: "12-34", kind: ["service"] },
    },
    {
      schema: changeListQuery,
      address: "since=2026-11-23T08:14:03Z",
      query: { since: "2026-11-23T08:14:03Z" },
    },
    { schema: changeListQuery, address: "since=2026-03-01", query: { since: "2026-03-01" } },
    {
      schema: complianceQuery,
      address: "from=2026-02-28&to=2026-03-01T23:59:59.999Z",
      query: { from: "2026-02-28", to: "2026-03-01" },
    },
    {
      schema: complianceQuery,
      address: "from=2026-03-01T00:30%2B02:00&to=2026-03-01T23:30:00-01:00",
      query: { from: "2026-02-28", to: "2026-03-02" },
    },
  ])("$address is read", ({ schema, address, query }) => {
    expect(read(schema, address)).toEqual(query);
  });

  test.each([
    { schema: vmListQuery, address: "helth=critical", names: ["helth"] },
    { schema: vmListQuery, address: "__proto__=1&constructor=2", names: ["__proto__", "constructor"] },
    { schema: vmFilters, address: "sort=name", names: ["sort"] },
    { schema: vmListQuery, address: "health=Critical", names: ["health"] },
    { schema: vmListQuery, address: "health=critical&health=bad&health=worse", names: ["health"] },
    { schema: vmListQuery, address: "state=Running", names: ["state"] },
    { schema: vmListQuery, address: "generation=3", names: ["generation"] },
    { schema: vmListQuery, address: "service=heartbeat", names: ["service"] },
    { schema: vmListQuery, address: "service=heartbeat:failed:now", names: ["service"] },
    { schema: vmListQuery, address: "service=heartbeats:failed", names: ["service"] },
    { schema: vmListQuery, address: "service=heartbeat:failed%0A", names: ["service"] },
    { schema: vmListQuery, address: "acceleration=rdma:active", names: ["acceleration"] },
    { schema: vmListQuery, address: "rule=is.nothing", names: ["rule"] },
    { schema: vmListQuery, address: "gone=yes", names: ["gone"] },
    { schema: vmListQuery, address: "sort=--name", names: ["sort"] },
    { schema: vmListQuery, address: "sort=password", names: ["sort"] },
    { schema: vmListQuery, address: "sort=name&sort=host", names: ["sort"] },
    { schema: vmListQuery, address: "limit=0", names: ["limit"] },
    { schema: vmListQuery, address: "limit=501", names: ["limit"] },
    { schema: vmListQuery, address: "limit=1.5", names: ["limit"] },
    { schema: vmListQuery, address: "limit=-1", names: ["limit"] },
    { schema: vmListQuery, address: "limit=1e2", names: ["limit"] },
    { schema: vmListQuery, address: `search=${"x".repeat(1025)}`, names: ["search"] },
    { schema: vmListQuery, address: "search=%00", names: ["search"] },
    { schema: vmListQuery, address: "host=a&".repeat(51), names: ["host"] },
    { schema: vmHistoryQuery, address: "days=401", names: ["days"] },
    { schema: hostListQuery, address: "freshness=rotten", names: ["freshness"] },
    { schema: findingListQuery, address: "status=closed", names: ["status"] },
    { schema: findingListQuery, address: "vm=web-01", names: ["vm"] },
    { schema: changeListQuery, address: "since=yesterday", names: ["since"] },
    {
      schema: complianceQuery,
      address: "from=2026-02-30T00:00:00Z&to=2026-03-01T00:00:00",
      names: ["from", "to"],
    },
    { schema: changeListQuery, address: "kind=people", names: ["kind"] },
    { schema: vmListQuery, address: "limit=0&sort=x&tga=a", names: ["tga", "limit", "sort"] },
  ])("$address is refused by name", ({ schema, address, names }) => {
    expect(read(schema, address)).toEqual(expect.arrayContaining(names));
    expect(read(schema, address)).toHaveLength(names.length);
  });

  test("a refusal repeats only the beginning of an unknown name", () => {
    const address = `health=<script>&${"x".repeat(100)}=1`;
    const parsed = parseQuery(vmListQuery, new URLSearchParams(address));
    expect(parsed).toEqual({
      ok: false,
      errors: [
        { path: "x".repeat(64), message: "is not a parameter of this list" },
        { path: "health", message: "must be one of critical, warning, unknown, healthy, inactive" },
      ],
    });
  });
});
