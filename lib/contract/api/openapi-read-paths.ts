import type { z } from "zod";
import type { JsonObject } from "../to-json-schema.ts";
import {
  causeListQuery,
  changeListQuery,
  complianceDayQuery,
  complianceQuery,
  findingListQuery,
  generationListQuery,
  hostFilters,
  hostListQuery,
  timeToFixQuery,
  vmFilters,
  vmHistoryQuery,
  vmListQuery,
} from "./filters.ts";
import { ID_PARAMETER, jsonOf, queryParameters, refusals } from "./openapi-operation.ts";
import type { SchemaName } from "./openapi-schemas.ts";

const IF_NONE_MATCH: JsonObject = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of the answer that the caller already has.",
  schema: { type: "string" },
};

const ETAG: JsonObject = {
  ETag: {
    description: "The ETag of this answer. It changes when the fleet changes.",
    schema: { type: "string" },
  },
};

interface Reading {
  id: string;
  summary: string;
  description: string;
  answer: SchemaName;
  says: string;
  query?: z.ZodObject;
  /** Whether the path contains the id of one object. */
  isOne?: boolean;
}

function reading({ id, summary, description, answer, says, query, isOne = false }: Reading): JsonObject {
  return {
    get: {
      operationId: id,
      tags: ["Reading"],
      summary,
      description,
      security: [{ apiToken: [] }, { session: [] }],
      parameters: [
        ...(isOne ? [ID_PARAMETER] : []),
        ...(query === undefined ? [] : queryParameters(query)),
        IF_NONE_MATCH,
      ],
      responses: {
        "200": { description: says, headers: ETAG, content: jsonOf(answer) },
        "304": { description: "The caller already has this answer.", headers: ETAG },
        ...refusals(["BadRequest", "Unauthenticated", "Busy"]),
        ...(isOne ? refusals(["NotFound"]) : {}),
      },
    },
  };
}

/** Read endpoints, by path. */
export const READ_PATHS: JsonObject = {
  "/api/v1/fleet": reading({
    id: "getFleet",
    summary: "Get a fleet overview",
    description:
      "Counts by health, service and status, generation and freshness; causes, stale hosts and the latest changes.",
    answer: "Fleet",
    says: "The current state of the fleet.",
  }),
  "/api/v1/vms": reading({
    id: "listVms",
    summary: "List VMs",
    description: "A page of VMs, worst first unless `sort` is given. VMs that are gone are omitted.",
    answer: "VmPage",
    says: "A page of VMs.",
    query: vmListQuery,
  }),
  "/api/v1/vms/closest-name": reading({
    id: "getClosestName",
    summary: "Get the VM name closest to a search",
    description:
      "For a `search` that finds nothing: the most similar name among the VMs that match the other filters. `null` if none is similar, or without a search.",
    answer: "ClosestName",
    says: "The name.",
    query: vmFilters,
  }),
  "/api/v1/vms/facets": reading({
    id: "listVmFacets",
    summary: "List filter values for VMs",
    description:
      "The values of each filter and the number of VMs each value would return, with the other filters applied.",
    answer: "VmFacets",
    says: "Values and counts.",
    query: vmFilters,
  }),
  "/api/v1/vms/bands": reading({
    id: "listVmBands",
    summary: "List the hosts of the VMs",
    description:
      "Each host with its VMs that match the filters, totalled by health and by column. Order as for the sort `hostHealth`: most critical VMs first, then most in warning, then most unknown.",
    answer: "VmBands",
    says: "Hosts with totals.",
    query: vmFilters,
  }),
  "/api/v1/vms/{id}": reading({
    id: "getVm",
    summary: "Get a VM",
    description:
      "Verdicts with evidence and remedies, findings, placement, and the facts as reported. Also available for a VM that is gone.",
    answer: "Vm",
    says: "The VM.",
    isOne: true,
  }),
  "/api/v1/vms/{id}/history": reading({
    id: "getVmHistory",
    summary: "Get the history of a VM",
    description:
      "One lane for health and one for each service, with spans of one status each, and every change.",
    answer: "VmHistory",
    says: "Lanes and changes.",
    query: vmHistoryQuery,
    isOne: true,
  }),
  "/api/v1/hosts": reading({
    id: "listHosts",
    summary: "List hosts",
    description: "A page of hosts, sorted by name unless `sort` is given.",
    answer: "HostPage",
    says: "A page of hosts.",
    query: hostListQuery,
  }),
  "/api/v1/hosts/facets": reading({
    id: "listHostFacets",
    summary: "List filter values for hosts",
    description:
      "The values of each filter and the number of hosts each value would return, with the other filters applied; also, where nodes of a cluster differ.",
    answer: "HostFacets",
    says: "Values and counts.",
    query: hostFilters,
  }),
  "/api/v1/hosts/{id}": reading({
    id: "getHost",
    summary: "Get a host",
    description:
      "Freshness, agent and sections, adapters and switches as reported, findings, and health of the VMs.",
    answer: "Host",
    says: "The host.",
    isOne: true,
  }),
  "/api/v1/findings": reading({
    id: "listFindings",
    summary: "List findings",
    description:
      "A page of findings, worst first, then newest first. Open findings unless `status` is given.",
    answer: "FindingPage",
    says: "A page of findings.",
    query: findingListQuery,
  }),
  "/api/v1/changes": reading({
    id: "listChanges",
    summary: "List changes",
    description:
      "The change log in the order of recording. Polling with the id of the last entry also returns changes that arrived late.",
    answer: "ChangePage",
    says: "Entries of the change log.",
    query: changeListQuery,
  }),
  "/api/v1/findings/causes": reading({
    id: "listCauses",
    summary: "List open findings by cause",
    description:
      "Open findings, grouped so that everything one fix resolves is one row: the findings of a host, many findings of one rule on one host, or one rule across several hosts. Facets count all open findings.",
    answer: "Causes",
    says: "Causes, worst first.",
    query: causeListQuery,
  }),
  "/api/v1/network": reading({
    id: "getNetwork",
    summary: "Get the network overview of the fleet",
    description:
      "Technologies by host and VM, a funnel per technology, broken rungs ranked by affected VMs, idle capacity, and drift within clusters.",
    answer: "Network",
    says: "The current state of the network.",
  }),
  "/api/v1/generations": reading({
    id: "getGenerations",
    summary: "Get generation counts",
    description:
      "Generation 1 VMs: what they would gain from generation 2 and what prevents conversion, grouped by the work needed; configuration versions of all VMs.",
    answer: "Generations",
    says: "Counts.",
  }),
  "/api/v1/generations/vms": reading({
    id: "listGenerationVms",
    summary: "List generation 1 VMs",
    description: "A page of generation 1 VMs. Those that can be converted come first unless `sort` is given.",
    answer: "GenerationPage",
    says: "A page of generation 1 VMs.",
    query: generationListQuery,
  }),
  "/api/v1/compliance": reading({
    id: "getCompliance",
    summary: "Get compliance over time",
    description:
      "Compliant VMs now and by day, by cluster, host, tag or rule. A compliant VM runs on a reporting host and has no open finding of warning or worse without an exception. Days end at midnight UTC.",
    answer: "Compliance",
    says: "Compliance in the range.",
    query: complianceQuery,
  }),
  "/api/v1/compliance/day": reading({
    id: "getComplianceDay",
    summary: "Get compliance for one day",
    description:
      "Compliance at the end of a day, by cluster, host, tag or rule, compared with the previous day. If hosts were silent, the answer lists them; a day without any report has no data.",
    answer: "DayOfCompliance",
    says: "Compliance on the day.",
    query: complianceDayQuery,
  }),
  "/api/v1/compliance/time-to-fix": reading({
    id: "getTimeToFix",
    summary: "Get time to fix",
    description:
      "How long findings that were fixed in the range had been open, by severity, rule and duration, compared with the same number of days before; also findings that are still open.",
    answer: "TimeToFix",
    says: "Times to fix.",
    query: timeToFixQuery,
  }),
};
