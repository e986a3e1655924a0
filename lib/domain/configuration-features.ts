import { compareVmVersions } from "./common-vm-version.ts";

interface Feature {
  since: string;
  name: string;
  /** The only generation that has it; omitted for both. */
  generation?: 1 | 2;
}

/** Features that a configuration version added, oldest first. Features that are no longer developed are left out. */
const FEATURES: readonly Feature[] = [
  { since: "6.2", name: "hot add of memory" },
  { since: "6.2", name: "PowerShell Direct" },
  { since: "6.2", name: "production checkpoints" },
  { since: "6.2", name: "Secure Boot for Linux", generation: 2 },
  { since: "6.2", name: "VM groups" },
  { since: "7.0", name: "virtual TPM", generation: 2 },
  { since: "7.1", name: "VMMQ" },
  { since: "8.0", name: "virtualization-based security in the guest", generation: 2 },
  { since: "8.0", name: "more than 1 TB of memory", generation: 2 },
  { since: "8.0", name: "more than 64 processors", generation: 2 },
  { since: "8.0", name: "nested virtualization" },
  { since: "8.0", name: "XSAVE" },
  { since: "8.3", name: "64 network adapters", generation: 2 },
  { since: "9.0", name: "hibernation" },
  { since: "9.0", name: "SMT in the guest" },
  { since: "9.0", name: "more performance counters" },
  { since: "9.3", name: "nested virtualization on AMD" },
  { since: "12.0", name: "GPU partitions" },
];

/** What a VM gains between two configuration versions, "virtual TPM (7.0)"; nothing if either is not a version. */
export function featuresGained(from: string, to: string, generation: 1 | 2 | null): string[] {
  return FEATURES.filter(
    (feature) =>
      (feature.generation === undefined || feature.generation === generation) &&
      isNewer(feature.since, from) &&
      !isNewer(feature.since, to),
  ).map(({ name, since }) => `${name} (${since})`);
}

function isNewer(version: string, than: string): boolean {
  // A value that is not a version is newer than nothing, and nothing is newer than it.
  return (compareVmVersions(version, than) ?? 0) > 0;
}
