import { boundedEntries, type ChangeEntry, factChange, type FactValue, valueChange } from "./change-entry.ts";
import type { GuestFacts } from "./facts.ts";
import { configurationChanges } from "./vm-configuration-changes.ts";
import type { VmContent } from "./content-key.ts";
import {
  SERVICE_KEYS,
  VM_TECHNOLOGIES,
  type AccelerationStatus,
  type ServiceStatus,
  type VmHealth,
} from "./words.ts";

/** What is known of a VM as of one report. */
export interface VmMoment {
  health: VmHealth;
  /** In the order of `SERVICE_KEYS`. */
  services: readonly ServiceStatus[];
  /** In the order of `VM_TECHNOLOGIES`; empty if nothing was judged yet. */
  acceleration: readonly AccelerationStatus[];
  /** The state as it is shown. */
  state: string;
  /** The last known guest, so that a VM that is off does not lose and regain its OS. */
  guest: GuestFacts | null;
  /** `null` when the report could not read the VM. */
  facts: VmContent | null;
}

/**
 * How a VM differs between two reports, worst news first; nothing if they are the same. Load, assigned memory, uptime,
 * disk growth and adapter counters are never news.
 */
export function vmChanges(before: VmMoment, after: VmMoment): ChangeEntry[] {
  // Spread into a literal, never into a call: the longest list that a report can contain overflows the stack there.
  const entries = [
    valueChange("health", "health", before.health, after.health),
    valueChange("state", "state", before.state, after.state),
    ...SERVICE_KEYS.map((key, index) =>
      factChange("service", key, before.services[index] ?? null, after.services[index] ?? null),
    ),
    ...accelerationChanges(before, after),
    ...(before.guest === after.guest ? [] : guestChanges(before.guest, after.guest)),
    ...(before.facts && after.facts ? configurationChanges(before.facts, after.facts) : []),
  ];
  return boundedEntries(entries.filter((entry) => entry !== null));
}

/** A VM that starts or stops gains or loses all of it: its state is then the news. */
function accelerationChanges(before: VmMoment, after: VmMoment): (ChangeEntry | null)[] {
  if (before.state !== after.state || before.acceleration.length === 0) return [];
  return VM_TECHNOLOGIES.map((technology, index) =>
    valueChange("network", technology, before.acceleration[index] ?? null, after.acceleration[index] ?? null),
  );
}

const GUEST_FIELDS: readonly (readonly [field: string, read: (guest: GuestFacts) => FactValue])[] = [
  ["os", ({ osName }) => osName],
  ["osMajorVersion", ({ osMajorVersion }) => osMajorVersion],
  ["osVersion", versionOf],
  ["fqdn", ({ fqdn }) => fqdn],
  ["addresses", ({ ipAddresses }) => ipAddresses && [...new Set(ipAddresses)].toSorted().join(", ")],
  ["integrationServicesVersion", ({ integrationServicesVersion }) => integrationServicesVersion],
];

function guestChanges(before: GuestFacts | null, after: GuestFacts | null): (ChangeEntry | null)[] {
  if (after === null) return [];
  return GUEST_FIELDS.map(([field, read]) =>
    before === null
      ? valueChange("guest", field, null, read(after))
      : factChange("guest", field, read(before), read(after)),
  );
}

/** On Linux the "build number" is the whole kernel release, which starts with the version. */
function versionOf({ osVersion, osBuildNumber }: GuestFacts): string | null {
  if (osVersion === null) return osBuildNumber;
  return osBuildNumber?.startsWith(osVersion) ? osBuildNumber : osVersion;
}
