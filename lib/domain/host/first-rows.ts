import type { SnapshotFacts, VmFacts } from "../facts.ts";

type SectionName = "physicalAdapters" | "switches" | "hostAdapters" | "teams" | "vms";

/**
 * The same id twice in a list: the first row wins, and its section becomes partial. (The same VM twice was refused
 * before.) Returns the snapshot itself if nothing had to be corrected.
 */
export function firstRows(snapshot: SnapshotFacts): SnapshotFacts {
  const vms = snapshot.vms?.map(firstRowsOfVm) ?? null;
  const isWhole = snapshot.vms === null || snapshot.vms.every((vm, index) => vm === vms?.[index]);
  return firstHostRows(isWhole ? snapshot : { ...snapshot, vms }, isWhole ? [] : ["vms"]);
}

/** The same for all lists except those inside VMs; `mendedSections` were corrected before. */
export function firstHostRows<Vm>(
  snapshot: SnapshotFacts<Vm>,
  mendedSections: readonly SectionName[] = [],
): SnapshotFacts<Vm> {
  const mended = new Set<string>(mendedSections);
  const keep = <Row>(section: SectionName, rows: Row[] | null, idOf: (row: Row) => string): Row[] | null => {
    const kept = firstOfEach(rows, idOf);
    if (kept !== rows) mended.add(section);
    return kept;
  };

  const physicalAdapters = keep("physicalAdapters", snapshot.physicalAdapters, (row) => row.interfaceGuid);
  const switches = keep("switches", snapshot.switches, (row) => row.id);
  const hostAdapters = keep("hostAdapters", snapshot.hostAdapters, (row) => row.name);
  const teams = keep("teams", snapshot.teams, (row) => row.name);
  const sections = firstOfEach(snapshot.sections, (row) => row.name);
  // A section that is named twice contradicts itself: its first entry is shown, as partial.
  if (sections !== snapshot.sections) {
    const names = snapshot.sections.map(({ name }) => name);
    for (const name of names.filter((each, index) => names.indexOf(each) !== index)) mended.add(name);
  }
  if (mended.size === 0 && sections === snapshot.sections) return snapshot;
  return {
    ...snapshot,
    sections: withPartial(sections ?? [], mended),
    physicalAdapters,
    switches,
    hostAdapters,
    teams,
  };
}

function firstRowsOfVm(vm: VmFacts): VmFacts {
  const integrationServices = firstOfEach(vm.integrationServices, (row) => componentIdOf(row.id));
  const adapters = firstOfEach(vm.adapters, (row) => row.id);
  const disks = firstOfEach(vm.disks, (row) => row.path);
  const isWhole =
    integrationServices === vm.integrationServices && adapters === vm.adapters && disks === vm.disks;
  return isWhole ? vm : { ...vm, integrationServices, adapters, disks };
}

/** What identifies an integration service: the GUID after the last backslash, case-insensitively. */
export function componentIdOf(serviceId: string): string {
  return serviceId.slice(serviceId.lastIndexOf("\\") + 1).toLowerCase();
}

function firstOfEach<Row>(rows: Row[] | null, idOf: (row: Row) => string): Row[] | null {
  if (rows === null || rows.length < 2) return rows;
  const seen = new Set<string>();
  const kept = rows.filter((row) => {
    const id = idOf(row);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  return kept.length === rows.length ? rows : kept;
}

const REASON = "The same id was listed twice; the first row was kept.";

/** Only a section that was `ok` or never named becomes partial: a failed section stays failed. */
function withPartial(
  sections: SnapshotFacts["sections"],
  mended: ReadonlySet<string>,
): SnapshotFacts["sections"] {
  const named = new Set(sections.map((section) => section.name));
  const shown = sections.map((section) =>
    mended.has(section.name) && section.status === "ok"
      ? { ...section, status: "partial" as const, error: section.error ?? REASON }
      : section,
  );
  const added = [...mended]
    .filter((name) => !named.has(name))
    .map((name) => ({
      name,
      status: "partial" as const,
      durationMs: null,
      collectedAt: null,
      error: REASON,
    }));
  return [...shown, ...added];
}
