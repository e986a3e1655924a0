import { queryOptions } from "@tanstack/react-query";
import type { AgentPackage } from "@/lib/contract/api/agent-package.ts";
import { fetchJson } from "./fetch-json.ts";

/** Changes with the server alone, whose update loads the page anew. */
export const agentPackageQuery = queryOptions({
  queryKey: ["agent-package"],
  queryFn: ({ signal }) => fetchJson<AgentPackage>("/agent/innkeeper-agent.json", {}, { signal }),
  staleTime: Infinity,
});
