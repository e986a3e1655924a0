const SMALLEST = {
  schemaVersion: 1,
  snapshotId: "0193f1a2-7b3c-7d4e-8f5a-00000000f002",
  epoch: 1_763_900_000_000,
  sequence: 1,
  collectedAt: "2026-11-23T08:14:03Z",
  sentAt: "2026-11-23T08:14:09Z",
  agent: {
    instanceId: "5b0c1d2e-3f40-4a5b-8c6d-00000000f002",
    version: "1.0.0",
    kind: "mock",
    intervalSeconds: 60,
  },
  sections: [],
  host: {
    name: "HV-SMALL-01",
    machineId: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
  },
};

/** The smallest valid snapshot, with keys added or replaced. */
export function snapshotBytes(keys: Record<string, unknown> = {}): Uint8Array {
  return Buffer.from(JSON.stringify({ ...SMALLEST, ...keys }));
}

/** The given number of VMs, each with its own id and only required keys. */
export function someVms(count: number): { id: string; name: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `d1000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`,
    name: `VM-${index}`,
  }));
}
