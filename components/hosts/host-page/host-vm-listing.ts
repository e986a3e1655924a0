import type { HostView } from "@/lib/contract/api/hosts.ts";
import type { VmListing } from "@/lib/query/vms.ts";

/**
 * The VMs of a host, worst first, or those that are gone with it: the same request on the server and in the browser.
 */
export function hostVmListing({ id, retired }: Pick<HostView, "id" | "retired">): VmListing {
  return retired === null ? { host: [id], sort: "health" } : { host: [id], sort: "name", gone: true };
}
