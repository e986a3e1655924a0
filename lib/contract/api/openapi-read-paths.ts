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
  description: "The ETag of the answer that the caller has.",
  schema: { type: "string" },
};

const ETAG: JsonObject = {
  ETag: { description: "Of this answer; it changes when the fleet does.", schema: { type: "string" } },
};

interface Reading {
  id: string;
  summary: string;
  description: string;
  answer: SchemaName;
  says: string;
  query?: z.ZodObject;
  /** Whether the path holds the id of one thing. */
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
        "304": { description: "The caller has this answer already.", headers: ETAG },
        ...refusals(["BadRequest", "Unauthenticated", "Busy"]),
        ...(isOne ? refusals(["NotFound"]) : {}),
      },
    },
  };
}

/** What is read, by path. */
export const READ_PATHS: JsonObject = {
  "/api/v1/fleet": reading({
    id: "getFleet",
    summary: "The fleet at a glance",
    description:
      "Counts by health, service and status, generation and freshness; causes, stale hosts, what changed last.",
    answer: "Fleet",
    says: "The fleet now.",
  }),
  "/api/v1/vms": reading({
    id: "listVms",
    summary: "VMs",
    description: "A page of VMs, worst first unless another sort is asked for. Gone ones are left out.",
    answer: "VmPage",
    says: "A page of VMs.",
    query: vmListQuery,
  }),
  "/api/v1/vms/facets": reading({
    id: "listVmFacets",
    summary: "What the VMs can be narrowed by",
    description: "For each filter its values and how many VMs each would show, the other filters kept.",
    answer: "VmFacets",
    says: "Values and counts.",
    query: vmFilters,
  }),
  "/api/v1/vms/bands": reading({
    id: "listVmBands",
    summary: "The hosts that the VMs are on",
    description:
      "Each with its VMs that the filters leave, summed up by health and by column; in the order of the sort `hostHealth`: those with most critical VMs first, then most in warning, then most unknown.",
    answer: "VmBands",
    says: "The hosts.",
    query: vmFilters,
  }),
  "/api/v1/vms/{id}": reading({
    id: "getVm",
    summary: "One VM",
    description:
      "Verdicts with evidence and remedies, findings, placement, and the facts as reported. Also of a VM that is gone.",
    answer: "Vm",
    says: "The VM.",
    isOne: true,
  }),
  "/api/v1/vms/{id}/history": reading({
    id: "getVmHistory",
    summary: "One VM over time",
    description: "A lane for health and for each service, with spans of one status, and every change.",
    answer: "VmHistory",
    says: "Lanes and changes.",
    query: vmHistoryQuery,
    isOne: true,
  }),
  "/api/v1/hosts": reading({
    id: "listHosts",
    summary: "Hosts",
    description: "A page of hosts, by name unless another sort is asked for.",
    answer: "HostPage",
    says: "A page of hosts.",
    query: hostListQuery,
  }),
  "/api/v1/hosts/facets": reading({
    id: "listHostFacets",
    summary: "What the hosts can be narrowed by",
    description:
      "For each filter its values and how many hosts each would show, the other filters kept; and where nodes of a cluster differ.",
    answer: "HostFacets",
    says: "Values and counts.",
    query: hostFilters,
  }),
  "/api/v1/hosts/{id}": reading({
    id: "getHost",
    summary: "One host",
    description:
      "Freshness, agent and sections, adapters and switches as reported, findings, health of its VMs.",
    answer: "Host",
    says: "The host.",
    isOne: true,
  }),
  "/api/v1/findings": reading({
    id: "listFindings",
    summary: "Findings",
    description:
      "A page of findings, worst first, then newest first. Open ones unless another status is asked for.",
    answer: "FindingPage",
    says: "A page of findings.",
    query: findingListQuery,
  }),
  "/api/v1/changes": reading({
    id: "listChanges",
    summary: "What changed",
    description:
      "The change log in the order of recording: who polls with the id of the last entry misses nothing that came late.",
    answer: "ChangePage",
    says: "Entries of the log.",
    query: changeListQuery,
  }),
  "/api/v1/findings/causes": reading({
    id: "listCauses",
    summary: "What is open, by cause",
    description:
      "Open findings, grouped so that what one fix mends is one row: those of a host, many of one rule on one host, or one rule over several hosts. Facets count all that is open.",
    answer: "Causes",
    says: "Causes, worst first.",
    query: causeListQuery,
  }),
  "/api/v1/network": reading({
    id: "getNetwork",
    summary: "The fleet's network",
    description:
      "Technologies by host and VM, a funnel per technology, broken rungs ranked by the VMs that hang on them, idle capacity, and drift inside clusters.",
    answer: "Network",
    says: "The network now.",
  }),
  "/api/v1/generations": reading({
    id: "getGenerations",
    summary: "Generations",
    description:
      "VMs of generation 1: what they would gain from generation 2, what stands in the way, grouped by the work needed; configuration versions of all VMs.",
    answer: "Generations",
    says: "Counts.",
  }),
  "/api/v1/generations/vms": reading({
    id: "listGenerationVms",
    summary: "VMs of generation 1",
    description: "A page of them, those that can move first unless another sort is asked for.",
    answer: "GenerationPage",
    says: "A page of VMs of generation 1.",
    query: generationListQuery,
  }),
  "/api/v1/compliance": reading({
    id: "getCompliance",
    summary: "Compliance over time",
    description:
      "Compliant VMs now and by day, by cluster, host, tag or rule. A compliant VM runs on a host that reports and has no open, unexcepted finding of warning or worse. Days end at midnight UTC.",
    answer: "Compliance",
    says: "Compliance of the range.",
    query: complianceQuery,
  }),
  "/api/v1/compliance/day": reading({
    id: "getComplianceDay",
    summary: "One day of compliance",
    description:
      "What a day came to as it ended, by cluster, host, tag or rule, against the day before. A day on which hosts were silent says so and names them; of a day without any report nothing is told.",
    answer: "DayOfCompliance",
    says: "The day.",
    query: complianceDayQuery,
  }),
  "/api/v1/compliance/time-to-fix": reading({
    id: "getTimeToFix",
    summary: "Time to fix",
    description:
      "How long findings were open that were mended in the range, by severity, rule and length, against as many days before; and what is open still.",
    answer: "TimeToFix",
    says: "Times to fix.",
    query: timeToFixQuery,
  }),
};
