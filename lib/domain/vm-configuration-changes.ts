import { type ChangeEntry, factChange, type FactValue, shortText, valueChange } from "./change-entry.ts";
import type { VmContent } from "./content-key.ts";
import type { DiskFacts, IntegrationServiceFacts, VmAdapterFacts } from "./facts.ts";
import { componentRows } from "./services/component-rows.ts";
import { COMPONENT_KEYS } from "./services/service-catalogue.ts";

type Reader<Facts> = readonly [field: string, read: (facts: Facts) => FactValue];

const VM_FIELDS: readonly Reader<VmContent>[] = [
  ["name", (vm) => vm.name],
  ["generation", (vm) => vm.generation],
  ["configurationVersion", (vm) => vm.configurationVersion],
  ["notes", (vm) => vm.notes],
  ["isClustered", (vm) => vm.isClustered],
  ["processorCount", (vm) => vm.processorCount],
  ["exposeVirtualizationExtensions", (vm) => vm.exposeVirtualizationExtensions],
  ["dynamicMemoryEnabled", (vm) => vm.dynamicMemoryEnabled],
  ["memoryStartupBytes", (vm) => vm.memoryStartupBytes],
  ["memoryMinimumBytes", (vm) => vm.memoryMinimumBytes],
  ["memoryMaximumBytes", (vm) => vm.memoryMaximumBytes],
  ["automaticStartAction", (vm) => vm.automaticStartAction],
  ["automaticStopAction", (vm) => vm.automaticStopAction],
  ["checkpointType", (vm) => vm.checkpointType],
  ["checkpoints", (vm) => vm.checkpoints?.count ?? null],
  ["replicationMode", (vm) => vm.replicationMode],
  ["replicationHealth", (vm) => vm.replicationHealth],
  ["integrationServicesVersion", (vm) => vm.integrationServicesVersion],
  ["integrationServicesVersionState", (vm) => vm.integrationServicesVersionState],
  ["hasRemoteFx", (vm) => vm.hasRemoteFx],
  ["firmware.secureBoot", (vm) => vm.firmware?.secureBoot ?? null],
  ["firmware.secureBootTemplate", (vm) => vm.firmware?.secureBootTemplate ?? null],
  ["security.tpmEnabled", (vm) => vm.security?.tpmEnabled ?? null],
  ["security.ksdEnabled", (vm) => vm.security?.ksdEnabled ?? null],
  ["security.shielded", (vm) => vm.security?.shielded ?? null],
  [
    "security.encryptStateAndVmMigrationTraffic",
    (vm) => vm.security?.encryptStateAndVmMigrationTraffic ?? null,
  ],
  [
    "security.virtualizationBasedSecurityOptOut",
    (vm) => vm.security?.virtualizationBasedSecurityOptOut ?? null,
  ],
  ["dvdDrives", (vm) => inAnyOrder(vm.dvdDrives && vm.dvdDrives.map((drive) => drive.path ?? "empty"))],
  ["comPortPaths", (vm) => inAnyOrder(vm.comPortPaths)],
];

/** The wire does not define the order of such a list, so a different order is not news. */
function inAnyOrder(list: readonly string[] | null): string | null {
  return list && list.toSorted().join(", ");
}

/** Settings only: what is in use changes with each start. */
const ADAPTER_FIELDS: readonly Reader<VmAdapterFacts>[] = [
  ["name", (adapter) => adapter.name],
  ["macAddress", (adapter) => adapter.macAddress],
  ["dynamicMacAddress", (adapter) => adapter.dynamicMacAddress],
  // By name: the same switch has a different id on each host that the VM moves to.
  ["switchName", (adapter) => (adapter.connected === false ? "not connected" : adapter.switchName)],
  ["isLegacy", (adapter) => adapter.isLegacy],
  ["vlanId", (adapter) => adapter.vlanId],
  ["iovWeight", (adapter) => adapter.iovWeight],
  ["iovQueuePairsRequested", (adapter) => adapter.iovQueuePairsRequested],
  ["vfDataPathActive", (adapter) => adapter.vfDataPathActive],
  ["vmqWeight", (adapter) => adapter.vmqWeight],
  ["vrssEnabledRequested", (adapter) => adapter.vrssEnabledRequested],
  ["vmmqEnabledRequested", (adapter) => adapter.vmmqEnabledRequested],
  ["vrssMaxQueuePairsRequested", (adapter) => adapter.vrssMaxQueuePairsRequested],
  ["rdmaWeight", (adapter) => adapter.rdmaWeight],
  ["macAddressSpoofing", (adapter) => adapter.macAddressSpoofing],
  ["portMirroringMode", (adapter) => adapter.portMirroringMode],
  ["aclCount", (adapter) => adapter.aclCount],
  ["extendedAclCount", (adapter) => adapter.extendedAclCount],
  ["virtualSubnetId", (adapter) => adapter.virtualSubnetId],
];

const DISK_FIELDS: readonly Reader<DiskFacts>[] = [
  ["path", (disk) => basePath(disk.path)],
  ["diskNumber", (disk) => disk.diskNumber],
  ["vhdFormat", (disk) => disk.vhdFormat],
  ["vhdType", (disk) => (isDifferencing(disk.path) ? null : disk.vhdType)],
  ["sizeBytes", (disk) => disk.sizeBytes],
];

/** What changed in a VM's configuration, service settings, adapters and disks between two reports. */
export function configurationChanges(before: VmContent, after: VmContent): (ChangeEntry | null)[] {
  if (before === after) return [];
  const allDisks = [...(before.disks ?? []), ...(after.disks ?? [])];
  const nameOfDisk = allDisks.every((disk) => placeOfDisk(disk) !== null)
    ? (disk: DiskFacts) => placeOfDisk(disk) ?? disk.path
    : (disk: DiskFacts) => basePath(disk.path);
  return [
    ...VM_FIELDS.map(([field, read]) => factChange("configuration", field, read(before), read(after))),
    // An empty drive is reported as null, so here null is an answer.
    valueChange("configuration", "floppyPath", before.floppyPath, after.floppyPath),
    ...switchChanges(before.integrationServices, after.integrationServices),
    ...listChanges(before.adapters, after.adapters, {
      kind: "network",
      list: "adapters",
      keyOf: (adapter) => adapter.id,
      labelOf: (adapter) => adapter.name ?? adapter.id,
      valueOf: (adapter) => adapter.macAddress ?? adapter.id,
      fields: ADAPTER_FIELDS,
    }),
    ...listChanges(before.disks, after.disks, {
      kind: "configuration",
      list: "disks",
      keyOf: nameOfDisk,
      labelOf: nameOfDisk,
      valueOf: (disk) => basePath(disk.path),
      fields: DISK_FIELDS,
    }),
  ];
}

function switchChanges(
  before: IntegrationServiceFacts[] | null,
  after: IntegrationServiceFacts[] | null,
): (ChangeEntry | null)[] {
  if (before === null || after === null) return [];
  const [then, now] = [componentRows(before), componentRows(after)];
  return COMPONENT_KEYS.map((key) => {
    const [from, to] = [then[key]?.enabled ?? null, now[key]?.enabled ?? null];
    return factChange("configuration", `services.${key}.enabled`, from, to);
  });
}

/** Short enough that the setting's name after it is never cut off. */
const MAX_LABEL_LENGTH = 120;

interface ListReader<Row> {
  kind: "network" | "configuration";
  list: string;
  keyOf: (row: Row) => string;
  labelOf: (row: Row) => string;
  /** What identifies an added or removed row. */
  valueOf: (row: Row) => string;
  fields: readonly Reader<Row>[];
}

/** Rows that were added, removed or changed. An unread list is not evidence about its rows. */
function listChanges<Row>(
  before: Row[] | null,
  after: Row[] | null,
  { kind, list, keyOf, labelOf, valueOf, fields }: ListReader<Row>,
): (ChangeEntry | null)[] {
  if (before === null || after === null) return [];
  const then = new Map(before.map((row) => [keyOf(row), row]));
  const now = new Map(after.map((row) => [keyOf(row), row]));
  // Adapters have the same name by default: those are distinguished by the end of their ids.
  const sharedLabels = new Set([
    ...sharedAmong(then.values(), labelOf),
    ...sharedAmong(now.values(), labelOf),
  ]);
  const pathOf = (row: Row) => {
    const label = labelOf(row);
    const ending = sharedLabels.has(label) ? ` ${keyOf(row).slice(-6).toWellFormed()}` : "";
    return `${list}[${shortText(label, MAX_LABEL_LENGTH)}${ending}]`;
  };

  const entries: (ChangeEntry | null)[] = [];
  for (const [key, row] of then)
    if (!now.has(key)) entries.push(valueChange(kind, pathOf(row), valueOf(row), null));
  for (const [key, row] of now) {
    const old = then.get(key);
    if (!old) entries.push(valueChange(kind, pathOf(row), null, valueOf(row)));
    else if (old !== row)
      for (const [field, read] of fields) {
        const [from, to] = [read(old), read(row)];
        if (from !== to) entries.push(factChange(kind, `${pathOf(row)}.${field}`, from, to));
      }
  }
  return entries;
}

function sharedAmong<Row>(rows: Iterable<Row>, labelOf: (row: Row) => string): Set<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const row of rows) (seen.has(labelOf(row)) ? shared : seen).add(labelOf(row));
  return shared;
}

const DIFFERENCING_SUFFIX = /_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.a(vhdx?)$/i;

function isDifferencing(path: string): boolean {
  return DIFFERENCING_SUFFIX.test(path);
}

/** A checkpoint, as each backup creates one, puts a differencing file over a disk: it is still the same disk. */
function basePath(path: string): string {
  return path.replace(DIFFERENCING_SUFFIX, ".$1");
}

/** Where a disk is attached: "SCSI 0:1". If the place of one was not read, all are identified by their files. */
function placeOfDisk({ controllerType, controllerNumber, controllerLocation }: DiskFacts): string | null {
  if (controllerType === null || controllerNumber === null || controllerLocation === null) return null;
  return `${controllerType} ${controllerNumber}:${controllerLocation}`;
}
