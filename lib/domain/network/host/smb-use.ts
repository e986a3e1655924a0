import type { HostFacts, SmbFacts } from "../../facts.ts";
import type { NetworkScene } from "../path.ts";
import { anyOf, both } from "./three-valued.ts";

/** From Server 2022 on, SMB encryption works over RDMA; before, it bypasses RDMA. */
export const FIRST_BUILD_THAT_ENCRYPTS_OVER_RDMA = 20348;

type Connection = NonNullable<SmbFacts["connections"]>[number];

/** How SMB uses the host's interfaces, computed once per report. */
export interface SmbUse {
  /** Live migration uses SMB, and therefore RDMA if it works. */
  isLiveMigrationOverSmb: boolean | null;
  /** Whether a connection to an RDMA-capable server uses an interface. */
  isUsedBy: (interfaceIndex: number | null) => boolean | null;
  /** Interfaces with an open RDMA session. */
  rdmaInterfaces: ReadonlySet<number>;
  hasRdmaSession: boolean;
  /** Working connections, whatever they use; `null` if unread. */
  sessions: readonly Connection[] | null;
}

export function smbUse({ smb, host, hostBuild }: NetworkScene): SmbUse {
  const connections = smb?.connections ?? null;
  const overRdma = isEvidenceLost(smb, hostBuild) ? [] : (connections ?? []).filter(isOverRdma);
  return {
    isLiveMigrationOverSmb: isLiveMigrationOverSmb(host),
    isUsedBy: (interfaceIndex) => isUsedBy(connections, interfaceIndex),
    rdmaInterfaces: new Set(overRdma.flatMap(({ clientInterfaceIndex }) => clientInterfaceIndex ?? [])),
    hasRdmaSession: overRdma.length > 0,
    sessions: connections?.filter(({ selected, failed }) => selected === true && failed === false) ?? null,
  };
}

function isOverRdma(connection: Connection): boolean {
  const { selected, failed, currentChannels, clientRdmaCapable, serverRdmaCapable } = connection;
  return (
    selected === true &&
    failed === false &&
    (currentChannels ?? 0) > 0 &&
    clientRdmaCapable === true &&
    serverRdmaCapable === true
  );
}

/** Encrypted data bypasses RDMA on older builds, although the connections still report that they could use it. */
function isEvidenceLost(smb: SmbFacts | null, hostBuild: number | null): boolean {
  return smb?.server?.encryptData !== false && (hostBuild ?? 0) < FIRST_BUILD_THAT_ENCRYPTS_OVER_RDMA;
}

function isLiveMigrationOverSmb({ hyperv }: HostFacts): boolean | null {
  if (hyperv?.virtualMachineMigrationEnabled === false) return false;
  const option = hyperv?.virtualMachineMigrationPerformanceOption ?? null;
  return option === null ? null : option === "SMB";
}

function isUsedBy(connections: readonly Connection[] | null, interfaceIndex: number | null): boolean | null {
  if (connections === null) return null;
  return anyOf(connections, (connection) => {
    const isHere = sameIndex(connection.clientInterfaceIndex, interfaceIndex);
    const hasNotFailed = connection.failed === null ? null : !connection.failed;
    return both(isHere, both(both(connection.selected, hasNotFailed), connection.serverRdmaCapable));
  });
}

function sameIndex(left: number | null, right: number | null): boolean | null {
  return left === null || right === null ? null : left === right;
}
