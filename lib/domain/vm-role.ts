import type { VmRole } from "./words.ts";

const ROLE_BY_MODE: Readonly<Record<string, VmRole | undefined>> = {
  Replica: "replica",
  ExtendedReplica: "extended-replica",
  TestReplica: "test-replica",
};

/**
 * A replica copy has the id of its primary, so a VM is identified by id and role. If a host could not read the mode
 * this time, the VM keeps the role that it had before; otherwise a primary would appear beside its own copy.
 */
export function vmRoleOf(replicationMode: string | null, knownRole: VmRole | null): VmRole {
  if (replicationMode === null) return knownRole ?? "primary";
  return (Object.hasOwn(ROLE_BY_MODE, replicationMode) && ROLE_BY_MODE[replicationMode]) || "primary";
}
