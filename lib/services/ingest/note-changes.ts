import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import { placementChanges } from "@/lib/domain/placement-changes.ts";
import { vmChanges } from "@/lib/domain/vm-changes.ts";
import type { PlacedVm } from "./place-vms.ts";
import type { Scene } from "./scene.ts";

/** Logs what differs from the row and facts before; a VM that says the same writes nothing. */
export function noteChanges(
  scene: Scene,
  vm: PlacedVm,
  before: CurrentVm | null,
  after: CurrentVm,
  facts: VmFacts | null,
  factsThen: VmFacts | null = scene.factsBefore.get(vm.id) ?? facts,
): void {
  const { host, report, writes } = scene;
  // One that was gone and comes back is told by what is not as it was when it was seen last.
  const entries = before === null ? [] : vmChanges(momentOf(before, factsThen), momentOf(after, facts));
  const there =
    before === null || before.goneAt !== null
      ? null
      : { hostName: hostName(scene, before.hostId), placement: before.placement };
  entries.push(
    ...placementChanges(there, { hostName: hostName(scene, after.hostId), placement: after.placement }),
  );
  for (const entry of entries) {
    writes.changes.push({ hostId: host.hostId, subjectId: vm.id, at: report.observedAt, ...entry });
  }
}

function momentOf(row: CurrentVm, facts: VmFacts | null) {
  return {
    health: row.health,
    services: row.services,
    acceleration: row.acceleration,
    state: row.state,
    guest: row.memory.guest?.facts ?? null,
    facts,
  };
}

function hostName({ host, hostNames }: Scene, id: string): string {
  return id === host.hostId ? host.name : (hostNames.get(id) ?? id);
}
