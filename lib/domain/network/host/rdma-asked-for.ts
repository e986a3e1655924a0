import type { HostScene, RdmaEnd } from "./host-scene.ts";
import { both, either } from "./three-valued.ts";

type Asking = Pick<RdmaEnd, "interfaceIndex" | "isEnabled" | "feedsTcpIp">;

/**
 * Drivers enable RDMA by default, so that is not a request: it is requested if something that has it enabled is used,
 * by an SMB connection or for live migration.
 */
export function isAskedFor(end: Asking, { smb }: HostScene): boolean | null {
  const isUsed = either(smb.isUsedBy(end.interfaceIndex), smb.isLiveMigrationOverSmb);
  return both(both(end.isEnabled, end.feedsTcpIp), isUsed);
}

/** By a connection that is open now, not by live migration alone. */
export function isAskedByConnection(end: Asking, { smb }: HostScene): boolean | null {
  return both(both(end.isEnabled, end.feedsTcpIp), smb.isUsedBy(end.interfaceIndex));
}

/** An open session is known to use RDMA. */
export function hasSession(interfaceIndex: number | null, { smb }: HostScene): boolean {
  return interfaceIndex !== null && smb.rdmaInterfaces.has(interfaceIndex);
}
