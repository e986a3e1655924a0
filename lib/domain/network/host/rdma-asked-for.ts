import type { HostScene, RdmaEnd } from "./host-scene.ts";
import { both, either } from "./three-valued.ts";

type Asking = Pick<RdmaEnd, "interfaceIndex" | "isEnabled" | "feedsTcpIp">;

/**
 * Drivers switch RDMA on, so that asks for nothing: it is asked for where something that has it on is used, by a
 * connection of SMB or for the moves of VMs.
 */
export function isAskedFor(end: Asking, { smb }: HostScene): boolean | null {
  const isUsed = either(smb.isUsedBy(end.interfaceIndex), smb.isLiveMigrationOverSmb);
  return both(both(end.isEnabled, end.feedsTcpIp), isUsed);
}

/** By a connection that is open now, and not by the moves of VMs alone. */
export function isAskedByConnection(end: Asking, { smb }: HostScene): boolean | null {
  return both(both(end.isEnabled, end.feedsTcpIp), smb.isUsedBy(end.interfaceIndex));
}

/** Data of an open session is seen to go over RDMA. */
export function hasSession(interfaceIndex: number | null, { smb }: HostScene): boolean {
  return interfaceIndex !== null && smb.rdmaInterfaces.has(interfaceIndex);
}
