import type { VmRole } from "./words.ts";

const ROLE_BY_MODE: Readonly<Record<string, VmRole | undefined>> = {
  Replica: "replica",
  ExtendedReplica: "extended-replica",
  TestReplica: "test-replica",
};

/**
 * A replica copy carries the id of its primary, so a VM is known by id and role. A host that could not read the mode
 * this once keeps the role that it gave the VM before, else a primary would appear beside its own copy.
 */
export function vmRoleOf(replicationMode: string | null, knownRole: VmRole | null): VmRole {
  if (replicationMode === null) return knownRole ?? "primary";
  return (Object.hasOwn(ROLE_BY_MODE, replicationMode) && ROLE_BY_MODE[replicationMode]) || "primary";
}
