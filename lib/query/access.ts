import { queryOptions } from "@tanstack/react-query";
import type { ApiTokens, AwaitedHosts, EnrolmentKeys, WaitingAgents } from "@/lib/contract/api/access.ts";
import { fetchJson, sendJson } from "./fetch-json.ts";

/** Who may post and who may read. */
export const accessQueries = {
  awaitedHosts: () =>
    queryOptions({
      queryKey: ["access", "awaited-hosts"],
      queryFn: ({ signal }) => fetchJson<AwaitedHosts>("/api/v1/awaited-hosts", {}, { signal }),
    }),
  waitingAgents: () =>
    queryOptions({
      queryKey: ["access", "waiting-agents"],
      queryFn: ({ signal }) => fetchJson<WaitingAgents>("/api/v1/waiting-agents", {}, { signal }),
    }),
  enrolmentKeys: () =>
    queryOptions({
      queryKey: ["access", "enrolment-keys"],
      queryFn: ({ signal }) => fetchJson<EnrolmentKeys>("/api/v1/enrolment-keys", {}, { signal }),
    }),
  apiTokens: () =>
    queryOptions({
      queryKey: ["access", "api-tokens"],
      queryFn: ({ signal }) => fetchJson<ApiTokens>("/api/v1/api-tokens", {}, { signal }),
    }),
};

export type Decision = "approve" | "refuse";

export function decideOnAgent(id: string, decision: Decision): Promise<unknown> {
  return sendJson(`/api/v1/waiting-agents/${encodeURIComponent(id)}/${decision}`, {});
}

export function forgetAwaitedHost(id: string): Promise<unknown> {
  return sendJson(`/api/v1/awaited-hosts/${encodeURIComponent(id)}/forget`, {});
}

/** Removes a host from the fleet; its next report, or `restoreHost`, brings it back. */
export function retireHost(id: string): Promise<unknown> {
  return sendJson(`/api/v1/hosts/${encodeURIComponent(id)}/retire`, {});
}

export function restoreHost(id: string): Promise<unknown> {
  return sendJson(`/api/v1/hosts/${encodeURIComponent(id)}/restore`, {});
}

export function revokeEnrolmentKey(id: string): Promise<unknown> {
  return sendJson(`/api/v1/enrolment-keys/${encodeURIComponent(id)}/revoke`, {});
}

export function revokeApiToken(id: string): Promise<unknown> {
  return sendJson(`/api/v1/api-tokens/${encodeURIComponent(id)}/revoke`, {});
}

/** The token is returned once; the server stores only its hash. */
export function makeApiToken(name: string): Promise<{ id: string; token: string }> {
  return sendJson("/api/v1/api-tokens", { name });
}
