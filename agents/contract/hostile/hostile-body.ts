import { snapshotBytes } from "@/lib/contract/agent/testing/smallest-snapshot.ts";

export interface HostileBody {
  name: string;
  bytes: Uint8Array;
  headers: Record<string, string>;
  /** 201 if the body is only unusual: it is accepted, and must not do any harm. */
  expectStatus: 201 | 400 | 413 | 415 | 422;
}

/** The claimed sender of the bodies: the host that the test has enrolled. */
export interface Claimant {
  instanceId: string;
  machineId: string;
  name: string;
}

export const JSON_HEADERS = { "content-type": "application/json" };
export const GZIP_HEADERS = { ...JSON_HEADERS, "content-encoding": "gzip" };

/** Writes a minimal snapshot of the claimed sender, with keys added or replaced, and an increasing sequence number. */
export type Writer = (keys?: Record<string, unknown>) => string;

export function snapshotWriter({ instanceId, machineId, name }: Claimant): Writer {
  let sequence = 0;
  return (keys = {}) => {
    sequence += 1;
    const bytes = snapshotBytes({
      snapshotId: `0193f1a2-7b3c-7d4e-8f5b-${sequence.toString(16).padStart(12, "0")}`,
      sequence,
      agent: { instanceId, version: "1.0.0", kind: "mock", intervalSeconds: 60 },
      host: { name, machineId },
      ...keys,
    });
    return Buffer.from(bytes).toString();
  };
}

export function body(
  name: string,
  content: string | Uint8Array,
  expectStatus: HostileBody["expectStatus"],
  headers: Record<string, string> = JSON_HEADERS,
): HostileBody {
  return { name, bytes: typeof content === "string" ? Buffer.from(content) : content, headers, expectStatus };
}

export const vmId = (index: number): string =>
  `d2000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
