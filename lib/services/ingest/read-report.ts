import { isUtf8 } from "node:buffer";
import { parseSnapshotJson, parseVmJson, type Refusal } from "@/lib/contract/agent/read-snapshot.ts";
import { MAX_SNAPSHOT_VMS } from "@/lib/contract/agent/snapshot-v1.ts";
import { findVmTexts, type VmText, type VmTexts } from "@/lib/contract/agent/vm-texts.ts";
import { contentKey } from "@/lib/domain/content-key.ts";
import type { SnapshotFacts, VmFacts } from "@/lib/domain/facts.ts";
import type { SnapshotReport, VmReport } from "@/lib/domain/vm-report.ts";
import { hashOf } from "../hash-of.ts";
import { KnownTexts, type KnownText } from "./known-texts.ts";

export type ReadReport = { ok: true; snapshot: SnapshotReport } | Refusal;

/** Enough for the largest fleet that one server supports, about 40 MB. */
const knownTexts = new KnownTexts(65_536);

/**
 * Reads the body of `POST /api/v1/snapshots` with the same result as `parseSnapshotJson`. VMs whose text was read before
 * are cut out and parsed only when their facts are needed: a text that was valid once is always valid, and checks across
 * VMs are made here.
 */
export function readReport(body: Buffer, texts: KnownTexts = knownTexts): ReadReport {
  const known = new Map<VmText, KnownText>();
  const recall = (start: number): VmText | null => {
    const met = texts.recall(body, start);
    if (met) known.set(met.text, met.told);
    return met && met.text;
  };
  const found = isUtf8(body) ? findVmTexts(body, recall) : null;
  if (!found || found.vms.length > MAX_SNAPSHOT_VMS) return readWhole(body);
  const reports = found.vms.map((text) => reportOf(body, text, known.get(text)));
  const snapshot = known.size > 0 ? readRest(body, found, reports) : null;
  const read = snapshot ?? readWhole(body);
  if (!read.ok) return read;
  if (!read.hasDoubledRows && read.snapshot.vms?.length === reports.length) {
    for (const [index, { facts: _facts, ...told }] of read.snapshot.vms.entries()) {
      const text = found.vms[index];
      if (text && !reports[index]) texts.learn(body, text, told);
    }
  }
  return { ok: true, snapshot: read.snapshot };
}

/** A snapshot with all VMs parsed. */
export function toReport(snapshot: SnapshotFacts): SnapshotReport {
  return { ...snapshot, vms: snapshot.vms && snapshot.vms.map((vm) => toVmReport(vm)) };
}

interface Read {
  ok: true;
  snapshot: SnapshotReport;
  /** Duplicate rows inside a VM were dropped, which its text alone does not show. */
  hasDoubledRows: boolean;
}

function readWhole(body: Buffer): Read | Refusal {
  const read = parseSnapshotJson(body);
  return read.ok ? { ...read, snapshot: toReport(read.snapshot) } : read;
}

/** `null` if the rest is refused: errors are then reported for the whole body. */
function readRest(body: Buffer, found: VmTexts, reports: readonly (VmReport | null)[]): Read | null {
  const unknown = found.vms.filter((_, index) => reports[index] === null);
  const read = parseSnapshotJson(withoutKnown(body, found, unknown));
  if (!read.ok || read.snapshot.vms?.length !== unknown.length) return null;
  const fresh = read.snapshot.vms.map((vm) => toVmReport(vm)).values();
  const vms = reports.map((report) => report ?? fresh.next().value);
  if (!vms.every((vm) => vm !== undefined)) return null;
  if (new Set(vms.map(({ id }) => id)).size < vms.length) return null;
  return { ...read, snapshot: { ...read.snapshot, vms } };
}

const COMMA = Buffer.from(",");

function withoutKnown(body: Buffer, { start, end }: VmTexts, unknown: readonly VmText[]): Buffer {
  const pieces = unknown.flatMap((vm, index) => [
    ...(index === 0 ? [] : [COMMA]),
    body.subarray(vm.start, vm.end),
  ]);
  return Buffer.concat([body.subarray(0, start), ...pieces, body.subarray(end)]);
}

function reportOf(body: Buffer, text: VmText, told: KnownText | undefined): VmReport | null {
  if (!told) return null;
  let facts: VmFacts | null = null;
  const report: VmReport = {
    ...told,
    facts: () => (facts ??= parseVmJson(body.toString("utf8", text.start, text.end))),
  };
  for (const { key, value } of text.numbers) report[key] = value;
  return report;
}

/** A parsed VM. */
export function toVmReport(vm: VmFacts, contentHash = hashOf(contentKey(vm))): VmReport {
  return { ...outlineOf(vm), contentHash, facts: () => vm };
}

function outlineOf(vm: VmFacts): Omit<KnownText, "contentHash"> {
  const { id, vmType, replicationMode, state } = vm;
  const { uptimeSeconds, cpuUsagePercent, memoryAssignedBytes, memoryDemandBytes } = vm;
  return {
    id,
    vmType,
    replicationMode,
    state,
    uptimeSeconds,
    cpuUsagePercent,
    memoryAssignedBytes,
    memoryDemandBytes,
  };
}
