import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import { placementChanges, type PlaceMoment } from "@/lib/domain/placement-changes.ts";
import { vmChanges } from "@/lib/domain/vm-changes.ts";
import type { PlacedVm } from "./place-vms.ts";
import type { Scene } from "./scene.ts";

/** Logs differences from the previous row and facts; an unchanged VM writes nothing. */
export function noteChanges(
  scene: Scene,
  vm: PlacedVm,
  before: CurrentVm | null,
  after: CurrentVm,
  facts: VmFacts | null,
  factsThen: VmFacts | null = scene.factsBefore.get(vm.id) ?? facts,
): void {
  const { host, report, writes } = scene;
  // For a VM that was gone and returns, the differences from its last known state are logged.
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

/** Uses the current names of hosts: renaming a host does not move its VMs. */
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
