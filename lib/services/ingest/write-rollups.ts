import type pg from "pg";
import { readCurrentVmsOf, type CurrentVm, type KnownVm } from "@/lib/data/ingest/vm-state.ts";
import { fillDay, readRollup, writeOtherRollup, writeRollup } from "@/lib/data/ingest/write-life.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { PlacedVm } from "./place-vms.ts";
import { dayCountsOf, rollupAfter, rollupOf, type HostCounts, type HostNetworkCounts } from "./rollup.ts";
import type { Scene } from "./scene.ts";

/** Counts are written if a row changed, and once each day, so that a day without a row is a day without a report. */
export async function writeRollups(
  { client, host, report, writes }: Pick<Scene, "client" | "host" | "report" | "writes">,
  known: readonly KnownVm[],
  placed: readonly PlacedVm[],
  network: HostNetworkCounts | null,
): Promise<void> {
  const { hostId, cluster } = host;
  const before = host.report?.toldUntil ?? null;
  // A report with an earlier time, because a clock was set back or it was delayed, is still the newest by its order.
  const observedAt = before !== null && before > report.observedAt ? before : report.observedAt;
  const isOfDayBefore = dayOf(report.observedAt) < dayOf(observedAt);
  const isOtherDay = before !== null && dayOf(before) !== dayOf(observedAt);
  const isHostChanged = host.report?.factsHash !== report.factsHash;
  if (writes.current.length === 0 && known.length > 0 && !isOtherDay && !isOfDayBefore && !isHostChanged)
    return;
  const rollup = {
    ...countsToWrite(hostId, await countsAfter(client, hostId, placed, writes.current, network)),
    cluster,
    observedAt,
    intervalSeconds: report.snapshot.agent.intervalSeconds,
    lastOfDayBefore: isOtherDay ? before : null,
  };
  await writeRollup(client, rollup);
  if (isOfDayBefore) await fillDay(client, { ...rollup, observedAt: report.observedAt });
  for (const other of othersTouched(hostId, placed, writes.current)) await recount(client, other, observedAt);
}

/** Writes the counts of a host whose VMs changed without a report of its own. Its host-side counts are kept. */
export async function recount(client: pg.ClientBase, hostId: string, at: IsoTime): Promise<void> {
  const network = (await readRollup<HostCounts>(client, hostId))?.network ?? null;
  const counts = { ...rollupOf(await readCurrentVmsOf(client, hostId, "all")), network };
  await writeOtherRollup(client, countsToWrite(hostId, counts), at);
}

function countsToWrite(hostId: string, counts: HostCounts) {
  return { hostId, counts, dayCounts: dayCountsOf(counts) };
}

function dayOf(at: IsoTime): string {
  return at.slice(0, 10);
}

/** Hosts that lost or gained a row, or whose row was updated: their counts are computed again. */
function othersTouched(hostId: string, placed: readonly PlacedVm[], rows: readonly CurrentVm[]): Set<string> {
  const touched = new Set(rows.map((row) => row.hostId));
  for (const { before, place } of placed) {
    if (before && before.hostId !== hostId && before.hostId !== place.currentHostId)
      touched.add(before.hostId);
  }
  touched.delete(hostId);
  return touched;
}

/** If VMs were skipped, their rows are not available here: only the changes of the written rows are applied. */
async function countsAfter(
  client: pg.ClientBase,
  hostId: string,
  placed: readonly PlacedVm[],
  rows: readonly CurrentVm[],
  network: HostNetworkCounts | null,
): Promise<HostCounts> {
  const written = new Set(rows.map(({ id }) => id));
  const isHere = (row: CurrentVm | null): row is CurrentVm => row?.hostId === hostId;
  const before = placed.map((vm) => vm.before).filter(isHere);
  const after = [...before.filter(({ id }) => !written.has(id)), ...rows.filter(isHere)];
  if (network !== null && !placed.some(({ isSettled }) => isSettled)) return { ...rollupOf(after), network };
  const counts = await readRollup<HostCounts>(client, hostId);
  if (!counts) return { ...rollupOf(await readCurrentVmsOf(client, hostId, "all")), network };
  return { ...rollupAfter(counts, before, after), network: network ?? counts.network ?? null };
}
