import { listAwaitedHosts as readAwaitedHosts } from "@/lib/data/access/agents.ts";
import type { AwaitedHosts } from "@/lib/contract/api/access.ts";

/** Hosts that enrolled and never reported: without this they would be in no list. */
export async function listAwaitedHosts(): Promise<AwaitedHosts> {
  return { items: await readAwaitedHosts() };
}
