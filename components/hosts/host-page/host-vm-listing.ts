import type { VmListing } from "@/lib/query/vms.ts";

/** The VMs of a host, worst first: asked by its page on the server and in the browser alike. */
export function hostVmListing(hostId: string): VmListing {
  return { host: [hostId], sort: "health" };
}
