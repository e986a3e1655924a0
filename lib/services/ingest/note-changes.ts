import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import { placementChanges, type PlaceMoment } from "@/lib/domain/placement-changes.ts";
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
  const there = before === null || before.goneAt !== null ? null : placeOfRow(scene, before);
  entries.push(...placementChanges(there, placeOfRow(scene, after)));
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

/** By the names that hosts have now: one that was renamed moved nothing. */
export function placeOfRow(
  scene: Pick<Scene, "host" | "hostNames">,
  { hostId, placement }: CurrentVm,
): PlaceMoment {
  const hosts = placement.hosts.map((host) => ({ ...host, name: hostName(scene, host.id, host.name) }));
  return { hostName: hostName(scene, hostId), placement: { ...placement, hosts } };
}

function hostName(
  { host, hostNames }: Pick<Scene, "host" | "hostNames">,
  id: string,
  nameThen: string = id,
): string {
  return id === host.hostId ? host.name : (hostNames.get(id) ?? nameThen);
}
