/** The list of VMs with these filters. */
export function vmsHref(filters: Readonly<Record<string, string>>): string {
  return `/vms?${new URLSearchParams(filters).toString()}`;
}
