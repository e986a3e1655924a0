import type { SnapshotFacts, VmFacts } from "../facts.ts";

/** Length of a GUID as text: what a service's id ends in, and all that names the service. */
const GUID_LENGTH = 36;

/**
 * A list may name the same thing twice: the first row wins, and a section that was read is only partial then. A
 * snapshot without doubles, as nearly all are, comes back as the same object. (A VM twice is refused at the door.)
 */
export function firstRows(snapshot: SnapshotFacts): SnapshotFacts {
  const sections = firstOfEach(snapshot.sections, ({ name }) => name);
  const physicalAdapters = firstOfEach(snapshot.physicalAdapters, ({ interfaceGuid }) => interfaceGuid);
  const switches = firstOfEach(snapshot.switches, ({ id }) => id);
  const hostAdapters = firstOfEach(snapshot.hostAdapters, ({ name }) => name);
  const teams = firstOfEach(snapshot.teams, ({ name }) => name);
  const vms = snapshot.vms && mapUnlessSame(snapshot.vms, firstRowsOfVm);

  const doubled = new Set<string>();
  if (sections !== snapshot.sections)
    for (const name of doublesAmong(snapshot.sections.map((section) => section.name))) doubled.add(name);
  if (physicalAdapters !== snapshot.physicalAdapters) doubled.add("physicalAdapters");
  if (switches !== snapshot.switches) doubled.add("switches");
  if (hostAdapters !== snapshot.hostAdapters) doubled.add("hostAdapters");
  if (teams !== snapshot.teams) doubled.add("teams");
  if (vms !== snapshot.vms) doubled.add("vms");
  if (doubled.size === 0) return snapshot;

  const shown = sections.map((section) => {
    return section.status === "ok" && doubled.has(section.name)
      ? { ...section, status: "partial" as const }
      : section;
  });
  return { ...snapshot, sections: shown, physicalAdapters, switches, hostAdapters, teams, vms };
}

function componentGuidOf(serviceId: string): string {
  return serviceId.slice(-GUID_LENGTH).toLowerCase();
}

function firstRowsOfVm(vm: VmFacts): VmFacts {
  const integrationServices = firstOfEach(vm.integrationServices, ({ id }) => componentGuidOf(id));
  const disks = firstOfEach(vm.disks, ({ path }) => path);
  const adapters = firstOfEach(vm.adapters, ({ id }) => id);
  const isSame =
    integrationServices === vm.integrationServices && disks === vm.disks && adapters === vm.adapters;
  return isSame ? vm : { ...vm, integrationServices, disks, adapters };
}

/** The list itself where no two rows have the same key: this runs over each list of each VM of each report. */
function firstOfEach<List extends readonly unknown[] | null>(
  list: List,
  keyOf: (row: NonNullable<List>[number]) => string,
): List;
function firstOfEach<Row>(list: Row[] | null, keyOf: (row: Row) => string): Row[] | null {
  if (list === null || list.length < 2) return list;
  const seen = new Set<string>();
  const first = list.filter((row) => {
    const key = keyOf(row);
    return seen.has(key) ? false : seen.add(key);
  });
  return first.length === list.length ? list : first;
}

function mapUnlessSame<Row>(list: Row[], map: (row: Row) => Row): Row[] {
  const mapped = list.map(map);
  return mapped.every((row, index) => row === list[index]) ? list : mapped;
}

function doublesAmong(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}
