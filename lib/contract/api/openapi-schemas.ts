import type { z } from "zod";
import { hostEnrolled, snapshotNotNeeded, snapshotStored } from "../agent/answers.ts";
import { enrollmentV1, snapshotV1 } from "../agent/snapshot-v1.ts";
import { toNamedJsonSchemas, type JsonObject } from "../to-json-schema.ts";
import {
  actedOn,
  apiTokens,
  awaitedHosts,
  enrolmentKeys,
  madeApiToken,
  newApiToken,
  noDetails,
  waitingAgents,
} from "./access.ts";
import { agentPackage } from "./agent-package.ts";
import { change, changePage } from "./changes.ts";
import {
  complianceDay,
  complianceDayView,
  complianceGroup,
  complianceRule,
  complianceView,
} from "./compliance.ts";
import { evidence, finding, findingCounts, reference, remedy } from "./findings.ts";
import { causesView, causeView, fleetView } from "./fleet.ts";
import { conversionGroup, generationPage, generationRow, generationsView } from "./generations.ts";
import { vmHistory } from "./history.ts";
import { hostFacets, hostPage, hostRow, hostView } from "./hosts.ts";
import {
  brokenRung,
  clusterDrift,
  idleCapacity,
  networkFunnel,
  networkHost,
  networkView,
} from "./network.ts";
import { longPageOf, problem } from "./page.ts";
import {
  firstAccount,
  madeEnrolmentKey,
  newEnrolmentKey,
  sessionPerson,
  setUpDone,
  setUpState,
} from "./people.ts";
import { sectionView } from "./sections.ts";
import { timeToFixView } from "./time-to-fix.ts";
import {
  accelerationView,
  capabilityView,
  closestName,
  conversionView,
  facetValue,
  placementView,
  serviceView,
  vmBand,
  vmBands,
  vmFacets,
  vmPage,
  vmRow,
  vmView,
} from "./vms.ts";
import { healthCounts } from "./words.ts";

const ANSWERS = {
  SnapshotStored: snapshotStored,
  SnapshotNotNeeded: snapshotNotNeeded,
  AgentPackage: agentPackage,
  HostEnrolled: hostEnrolled,
  Problem: problem,
  Reference: reference,
  Evidence: evidence,
  Remedy: remedy,
  Finding: finding,
  FindingCounts: findingCounts,
  FindingPage: longPageOf(finding),
  VmRow: vmRow,
  VmPage: vmPage,
  Vm: vmView,
  ClosestName: closestName,
  VmFacets: vmFacets,
  VmBand: vmBand,
  VmBands: vmBands,
  VmHistory: vmHistory,
  FacetValue: facetValue,
  ServiceVerdict: serviceView,
  Capability: capabilityView,
  Conversion: conversionView,
  Acceleration: accelerationView,
  Placement: placementView,
  HostRow: hostRow,
  HostPage: hostPage,
  HostFacets: hostFacets,
  Host: hostView,
  HealthCounts: healthCounts,
  Section: sectionView,
  Change: change,
  ChangePage: changePage,
  Cause: causeView,
  Causes: causesView,
  Fleet: fleetView,
  NetworkHost: networkHost,
  NetworkFunnel: networkFunnel,
  BrokenRung: brokenRung,
  IdleCapacity: idleCapacity,
  ClusterDrift: clusterDrift,
  Network: networkView,
  ConversionGroup: conversionGroup,
  Generations: generationsView,
  GenerationRow: generationRow,
  GenerationPage: generationPage,
  ComplianceDay: complianceDay,
  ComplianceGroup: complianceGroup,
  ComplianceRule: complianceRule,
  Compliance: complianceView,
  DayOfCompliance: complianceDayView,
  TimeToFix: timeToFixView,
  SetUpState: setUpState,
  SetUpDone: setUpDone,
  SessionPerson: sessionPerson,
  MadeEnrolmentKey: madeEnrolmentKey,
  AwaitedHosts: awaitedHosts,
  WaitingAgents: waitingAgents,
  EnrolmentKeys: enrolmentKeys,
  ApiTokens: apiTokens,
  MadeApiToken: madeApiToken,
  ActedOn: actedOn,
} satisfies Record<string, z.ZodType>;

const BODIES = {
  Snapshot: snapshotV1,
  Enrolment: enrollmentV1,
  FirstAccount: firstAccount,
  NewEnrolmentKey: newEnrolmentKey,
  NewApiToken: newApiToken,
  NoDetails: noDetails,
} satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof ANSWERS | keyof typeof BODIES;

/** The schema of each name, for checking an example against it. */
export const SCHEMAS: Readonly<Record<SchemaName, z.ZodType>> = { ...ANSWERS, ...BODIES };

const toReference = (name: string): string => `#/components/schemas/${name}`;

export function refTo(name: SchemaName): JsonObject {
  return { $ref: toReference(name) };
}

/** `components.schemas`: request bodies by their input side, answers by their output side. */
export function componentSchemas(): JsonObject {
  const schemas = {
    ...toNamedJsonSchemas(ANSWERS, "output", toReference),
    ...toNamedJsonSchemas(BODIES, "input", toReference),
  };
  return Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
