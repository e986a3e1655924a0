/** The list of VMs that these filters leave. */
export function vmsHref(filters: Readonly<Record<string, string>>): string {
  return `/vms?${new URLSearchParams(filters).toString()}`;
}
