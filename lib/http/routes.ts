import {
  getApiTokens,
  getAwaitedHosts,
  getEnrolmentKeys,
  getWaitingAgents,
  postAgentApproval,
  postAgentRefusal,
  postApiToken,
  postAwaitedHostForgotten,
  postEnrolmentKey,
  postHostRestoration,
  postHostRetirement,
  postKeyRevocation,
  postTokenRevocation,
} from "./access-routes.ts";
import { getAgentInstaller, getAgentPackage, getAgentPackageFacts } from "./agent-package-routes.ts";
import { postEnroll, postSnapshot } from "./agent-routes.ts";
import type { Route } from "./match-route.ts";
import { getOpenApi } from "./openapi-route.ts";
import { anyAuth, getSession, getSetUp, postSetUp } from "./people-routes.ts";
import { getHealth, getMetrics, getReadiness } from "./process-routes.ts";
import {
  getAllGenerations,
  getCauses,
  getChanges,
  getClosestName,
  getFixTimes,
  getFindings,
  getGenerationVms,
  getHistory,
  getHostFacets,
  getHosts,
  getOneComplianceDay,
  getOneHost,
  getOneVm,
  getVmBands,
  getVmFacets,
  getVms,
  getWholeCompliance,
  getWholeFleet,
  getWholeNetwork,
} from "./read-routes.ts";

/** All routes that the listener answers itself. */
export const ROUTES: readonly Route[] = [
  { path: "/api/v1/snapshots", methods: { POST: postSnapshot } },
  { path: "/api/v1/enroll", methods: { POST: postEnroll } },
  { path: "/api/v1/fleet", methods: { GET: getWholeFleet } },
  { path: "/api/v1/vms", methods: { GET: getVms } },
  { path: "/api/v1/vms/closest-name", methods: { GET: getClosestName } },
  { path: "/api/v1/vms/facets", methods: { GET: getVmFacets } },
  { path: "/api/v1/vms/bands", methods: { GET: getVmBands } },
  { path: "/api/v1/vms/{id}", methods: { GET: getOneVm } },
  { path: "/api/v1/vms/{id}/history", methods: { GET: getHistory } },
  { path: "/api/v1/hosts", methods: { GET: getHosts } },
  { path: "/api/v1/hosts/facets", methods: { GET: getHostFacets } },
  { path: "/api/v1/hosts/{id}", methods: { GET: getOneHost } },
  { path: "/api/v1/hosts/{id}/retire", methods: { POST: postHostRetirement } },
  { path: "/api/v1/hosts/{id}/restore", methods: { POST: postHostRestoration } },
  { path: "/api/v1/findings", methods: { GET: getFindings } },
  { path: "/api/v1/findings/causes", methods: { GET: getCauses } },
  { path: "/api/v1/network", methods: { GET: getWholeNetwork } },
  { path: "/api/v1/generations", methods: { GET: getAllGenerations } },
  { path: "/api/v1/generations/vms", methods: { GET: getGenerationVms } },
  { path: "/api/v1/changes", methods: { GET: getChanges } },
  { path: "/api/v1/compliance", methods: { GET: getWholeCompliance } },
  { path: "/api/v1/compliance/day", methods: { GET: getOneComplianceDay } },
  { path: "/api/v1/compliance/time-to-fix", methods: { GET: getFixTimes } },
  { path: "/api/v1/setup", methods: { GET: getSetUp, POST: postSetUp } },
  { path: "/api/v1/session", methods: { GET: getSession } },
  { path: "/api/v1/awaited-hosts", methods: { GET: getAwaitedHosts } },
  { path: "/api/v1/awaited-hosts/{id}/forget", methods: { POST: postAwaitedHostForgotten } },
  { path: "/api/v1/waiting-agents", methods: { GET: getWaitingAgents } },
  { path: "/api/v1/waiting-agents/{id}/approve", methods: { POST: postAgentApproval } },
  { path: "/api/v1/waiting-agents/{id}/refuse", methods: { POST: postAgentRefusal } },
  { path: "/api/v1/enrolment-keys", methods: { GET: getEnrolmentKeys, POST: postEnrolmentKey } },
  { path: "/api/v1/enrolment-keys/{id}/revoke", methods: { POST: postKeyRevocation } },
  { path: "/api/v1/api-tokens", methods: { GET: getApiTokens, POST: postApiToken } },
  { path: "/api/v1/api-tokens/{id}/revoke", methods: { POST: postTokenRevocation } },
  { path: "/api/v1/openapi.json", methods: { GET: getOpenApi } },
  { path: "/api/auth/*", methods: { GET: anyAuth, POST: anyAuth } },
  { path: "/agent/install.ps1", methods: { GET: getAgentInstaller } },
  { path: "/agent/innkeeper-agent.zip", methods: { GET: getAgentPackage } },
  { path: "/agent/innkeeper-agent.json", methods: { GET: getAgentPackageFacts } },
  { path: "/healthz", methods: { GET: getHealth } },
  { path: "/readyz", methods: { GET: getReadiness } },
  { path: "/metrics", methods: { GET: getMetrics } },
];

/**
 * Whether the listener answers a path itself. It answers all of `/api` and `/agent`, so an unknown path there returns a
 * problem, not a page.
 */
export function isAnsweredHere(pathname: string): boolean {
  return (
    pathname === "/api" ||
    pathname.startsWith("/api/") ||
    pathname.startsWith("/agent/") ||
    ["/healthz", "/readyz", "/metrics", "/sign-in/once"].includes(pathname)
  );
}
