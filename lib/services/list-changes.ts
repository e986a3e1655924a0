import { readChanges, type ChangePosition, type ChangeRow } from "@/lib/data/read/changes.ts";
import type { ChangePage, ChangeView } from "@/lib/contract/api/changes.ts";
import { CHANGE_KINDS } from "@/lib/domain/words.ts";
import { badParameter, toVmId } from "./cursor.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { hostIdsOf, oneOf } from "./list-vms.ts";

export interface ChangeListWords {
  /** A time, or the id of an entry to go on after. */
  since?: string | undefined;
  kind?: readonly string[] | undefined;
  host?: readonly string[] | undefined;
  vm?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/**
 * The change log in the order of recording. With `since` oldest first, onwards; without it newest first.
 * Who polls with the id of the last entry misses nothing that was recorded late.
 */
export async function listChanges(words: ChangeListWords, now: Date): Promise<ChangePage> {
  const directory = await fleetDirectory(now);
  const { since } = words;
  const sinceId = since === undefined ? null : toPosition(since);
  if (since !== undefined && sinceId === null && !isTime(since)) {
    throw badParameter("since", "must be a time or the id of a change");
  }
  const cursor = words.cursor === undefined ? null : toPosition(words.cursor);
  if (words.cursor !== undefined && cursor === null)
    throw badParameter("cursor", "is not a cursor of this list");
  const isForward = since !== undefined;
  const limit = words.limit ?? 100;
  const rows = await readChanges(
    {
      sinceTime: isForward && sinceId === null ? new Date(since).toISOString() : null,
      after: isForward ? (cursor ?? sinceId) : null,
      before: isForward ? null : cursor,
      kinds: words.kind?.length ? words.kind.map((word) => oneOf(CHANGE_KINDS, word, "kind")) : null,
      hostIds: words.host?.length ? hostIdsOf(words.host, directory) : null,
      vmIds: words.vm?.length ? words.vm.map(toVmId) : null,
    },
    limit,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toChangeView(row, directory)),
    nextCursor: rows.length > limit && last ? positionWord(last) : null,
  };
}

export function toChangeView(row: ChangeRow, directory: FleetDirectory): ChangeView {
  return {
    id: positionWord(row),
    at: row.at,
    host: { id: row.hostId, name: directory.byId.get(row.hostId)?.name ?? "" },
    vm: row.subjectId === null ? null : { id: row.subjectId, name: row.vmName ?? "" },
    kind: row.kind,
    field: row.field,
    from: row.fromValue,
    to: row.toValue,
  };
}

function positionWord({ transactionId, id }: ChangePosition): string {
  return `${transactionId}-${id}`;
}

function toPosition(word: string): ChangePosition | null {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(word);
  return match ? { transactionId: Number(match[1]), id: Number(match[2]) } : null;
}

function isTime(word: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(word) &&
    !Number.isNaN(Date.parse(word))
  );
}
