import { z } from "zod";
import { closestName } from "@/lib/services/closest-name.ts";
import { complianceVersion, getCompliance } from "@/lib/services/compliance/get-compliance.ts";
import { getComplianceDay } from "@/lib/services/compliance/get-compliance-day.ts";
import { getTimeToFix } from "@/lib/services/compliance/get-time-to-fix.ts";
import { fleetTime, getFleet } from "@/lib/services/get-fleet.ts";
import { getGenerations } from "@/lib/services/get-generations.ts";
import { getHost } from "@/lib/services/get-host.ts";
import { getNetwork } from "@/lib/services/get-network.ts";
import { getVm } from "@/lib/services/get-vm.ts";
import { getVmHistory } from "@/lib/services/get-vm-history.ts";
import { hostFacets } from "@/lib/services/host-facets.ts";
import { listCauses } from "@/lib/services/list-causes.ts";
import { listChanges } from "@/lib/services/list-changes.ts";
import { listFindings } from "@/lib/services/list-findings.ts";
import { listGenerations } from "@/lib/services/list-generations.ts";
import { listHosts } from "@/lib/services/list-hosts.ts";
import { listVms } from "@/lib/services/list-vms.ts";
import { listVmBands } from "@/lib/services/vm-bands.ts";
import { vmFacets } from "@/lib/services/vm-facets.ts";
import { logEndOfWhatIsRecorded } from "@/lib/services/log-end.ts";
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
} from "@/lib/contract/api/filters.ts";
import { readRoute } from "./read-route.ts";

const nothing = z.object({});

export const getVms = readRoute({
  query: vmListQuery,
  handle: ({ query, context }) => listVms(query, context.now),
});

export const getClosestName = readRoute({
  query: vmFilters,
  handle: ({ query, context }) => closestName(query, context.now),
});

export const getVmFacets = readRoute({
  query: vmFilters,
  handle: ({ query, context }) => vmFacets(query, context.now),
});

export const getVmBands = readRoute({
  query: vmFilters,
  handle: ({ query, context }) => listVmBands(query, context.now),
});

export const getOneVm = readRoute({
  query: nothing,
  handle: ({ context }) => getVm(context.params["id"] ?? "", context.now),
});

export const getHistory = readRoute({
  query: vmHistoryQuery,
  handle: ({ query, context }) => getVmHistory(context.params["id"] ?? "", query, context.now),
});

export const getHosts = readRoute({
  query: hostListQuery,
  handle: ({ query, context }) => listHosts(query, context.now),
});

export const getHostFacets = readRoute({
  query: hostFilters,
  handle: ({ query, context }) => hostFacets(query, context.now),
});

export const getOneHost = readRoute({
  query: nothing,
  handle: ({ context }) => getHost(context.params["id"] ?? "", context.now),
});

export const getWholeFleet = readRoute({
  query: nothing,
  version: fleetTime,
  handle: ({ context, version }) => getFleet(context.now, version),
});

export const getFindings = readRoute({
  query: findingListQuery,
  handle: ({ query, context }) => listFindings(query, context.now),
});

export const getChanges = readRoute({
  query: changeListQuery,
  version: logEndOfWhatIsRecorded,
  handle: ({ query, context }) => listChanges(query, context.now),
});

export const getWholeCompliance = readRoute({
  query: complianceQuery,
  version: complianceVersion,
  handle: ({ query, context }) => getCompliance(query, context.now),
});

export const getOneComplianceDay = readRoute({
  query: complianceDayQuery,
  version: complianceVersion,
  handle: ({ query, context }) => getComplianceDay(query, context.now),
});

export const getFixTimes = readRoute({
  query: timeToFixQuery,
  version: complianceVersion,
  handle: ({ query, context }) => getTimeToFix(query, context.now),
});

export const getWholeNetwork = readRoute({
  query: nothing,
  handle: ({ context }) => getNetwork(context.now),
});

export const getAllGenerations = readRoute({
  query: nothing,
  handle: ({ context }) => getGenerations(context.now),
});

export const getGenerationVms = readRoute({
  query: generationListQuery,
  handle: ({ query, context }) => listGenerations(query, context.now),
});

export const getCauses = readRoute({
  query: causeListQuery,
  handle: ({ query, context }) => listCauses(query, context.now),
});
