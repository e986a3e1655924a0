import { listAwaitedHosts as readAwaitedHosts } from "@/lib/data/access/agents.ts";
import type { AwaitedHosts } from "@/lib/contract/api/access.ts";

/** Hosts that enrolled but never reported, which appear in no other list. */
export async function listAwaitedHosts(): Promise<AwaitedHosts> {
  return { items: await readAwaitedHosts() };
}
