import type { ServiceView, VmView } from "@/lib/contract/api/vms.ts";
import { isSilent } from "./is-silent.ts";

/** What is missing: the services of this VM alone, or everything about it, because the report left the VM out. */
export type Unread = "services" | "vm";

/** Services that the last report did not contain. On a silent host nothing is current, and on a VM that is gone either. */
export function unreadServices(vm: VmView): Unread | null {
  if (isSilent(vm) || vm.gone) return null;
  if (vm.services.some((service) => isUnread(service, "vms"))) return "vm";
  return vm.services.some((service) => isUnread(service, "integrationServices")) ? "services" : null;
}

function isUnread({ status, evidence }: ServiceView, fact: string): boolean {
  return status === "unknown" && evidence.some(({ name, value }) => name === fact && value === null);
}
