import { getFleet } from "@/lib/services/get-fleet.ts";
import { getHost } from "@/lib/services/get-host.ts";
import { getVm } from "@/lib/services/get-vm.ts";
import { getVmHistory } from "@/lib/services/get-vm-history.ts";
import { listChanges } from "@/lib/services/list-changes.ts";
import { listFindings } from "@/lib/services/list-findings.ts";
import { listHosts } from "@/lib/services/list-hosts.ts";
import { listVms } from "@/lib/services/list-vms.ts";
import { vmFacets } from "@/lib/services/vm-facets.ts";
import { readRoute } from "./read-route.ts";

const paging = { cursor: "one", limit: "number" } as const;

const vmFilters = {
  search: "one",
  host: "many",
  cluster: "many",
  tag: "many",
  state: "many",
  health: "many",
  generation: "many",
  guestOs: "many",
  service: "many",
  acceleration: "many",
  rule: "many",
  gone: "flag",
} as const;

export const getVms = readRoute({
  query: { ...vmFilters, sort: "one", ...paging },
  handle: ({ query, context }) => listVms(query, context.now),
});

export const getVmFacets = readRoute({
  query: vmFilters,
  handle: ({ query, context }) => vmFacets(query, context.now),
});

export const getOneVm = readRoute({
  query: {},
  handle: ({ context }) => getVm(context.params["id"] ?? "", context.now),
});

export const getHistory = readRoute({
  query: { days: "number" },
  handle: ({ query, context }) => getVmHistory(context.params["id"] ?? "", query, context.now),
});

export const getHosts = readRoute({
  query: {
    search: "one",
    cluster: "many",
    freshness: "many",
    tag: "many",
    rule: "many",
    sort: "one",
    ...paging,
  },
  handle: ({ query, context }) => listHosts(query, context.now),
});

export const getOneHost = readRoute({
  query: {},
  handle: ({ context }) => getHost(context.params["id"] ?? "", context.now),
});

export const getWholeFleet = readRoute({
  query: {},
  handle: ({ context }) => getFleet(context.now),
});

export const getFindings = readRoute({
  query: {
    status: "one",
    severity: "many",
    rule: "many",
    host: "many",
    vm: "many",
    cluster: "many",
    ...paging,
  },
  handle: ({ query, context }) => listFindings(query, context.now),
});

export const getChanges = readRoute({
  query: { since: "one", kind: "many", host: "many", vm: "many", ...paging },
  handle: ({ query, context }) => listChanges(query, context.now),
});
