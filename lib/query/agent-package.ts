import { queryOptions } from "@tanstack/react-query";
import type { AgentPackage } from "@/lib/contract/api/agent-package.ts";
import { fetchJson } from "./fetch-json.ts";

/** Changes only with the server, whose update reloads the page. */
export const agentPackageQuery = queryOptions({
  queryKey: ["agent-package"],
  queryFn: ({ signal }) => fetchJson<AgentPackage>("/agent/innkeeper-agent.json", {}, { signal }),
  staleTime: Infinity,
});
