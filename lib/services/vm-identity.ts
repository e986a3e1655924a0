import { createHash } from "node:crypto";
import type { VmRole } from "@/lib/domain/words.ts";

/**
 * The API's id of a VM: the hypervisor's own id, or, for a replica, which has the same id as its primary, an id derived
 * from id and role (UUID version 8). It survives renames, moves and returns without a register.
 */
export function vmIdentity(vmId: string, role: VmRole): string {
  if (role === "primary") return vmId;
  const hex = createHash("sha256").update(`${role}:${vmId}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
