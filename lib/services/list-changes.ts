import { countChanges, readChanges, type ChangePosition, type ChangeRow } from "@/lib/data/read/changes.ts";
import type { ChangeView } from "@/lib/contract/api/changes.ts";
import type { LongPage } from "@/lib/contract/api/page.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { CHANGE_KINDS } from "@/lib/domain/words.ts";
import { badCursor, badParameter, isMoment, toVmId } from "./cursor.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { hostIdsOf, oneOf } from "./vm-query.ts";

export interface ChangeListWords {
  /** A time, or the id of the entry to continue after. */
  since?: string | undefined;
  kind?: readonly string[] | undefined;
  host?: readonly string[] | undefined;
  vm?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const COUNT_CEILING = 10_000;

/**
 * The change log in the order of recording: with `since` oldest first from there, without it newest first.
 * Polling with the id of the last entry also returns entries recorded late.
 */
export async function listChanges(words: ChangeListWords, now: Date): Promise<LongPage<ChangeView>> {
  const directory = await fleetDirectory(now);
  const { since } = words;
  const sinceId = since === undefined ? null : toPosition(since);
  const sinceTime = since === undefined || sinceId !== null ? null : toTime(since);
  if (since !== undefined && sinceId === null && sinceTime === null) {
    throw badParameter("since", "must be a time or the id of a change");
  }
  const cursor = words.cursor === undefined ? null : toPosition(words.cursor);
  if (words.cursor !== undefined && cursor === null) throw badCursor();
  const isForward = since !== undefined;
  const whole = {
    sinceTime,
    after: sinceId,
    before: null,
    kinds: words.kind?.length ? words.kind.map((word) => oneOf(CHANGE_KINDS, word, "kind")) : null,
    hostIds: words.host?.length ? hostIdsOf(words.host, directory) : null,
    vmIds: words.vm?.length ? words.vm.map(toVmId) : null,
  };
  const limit = words.limit ?? 100;
  const rows = await readChanges(
    isForward ? { ...whole, after: cursor ?? sinceId } : { ...whole, before: cursor },
    limit,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const count = await countChanges(whole, COUNT_CEILING);
  return {
    items: page.map((row) => toChangeView(row, directory)),
    nextCursor: rows.length > limit && last ? positionWord(last) : null,
    total: count > COUNT_CEILING ? { atLeast: COUNT_CEILING } : count,
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

const TIME = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Parses a day or a time, in UTC unless it has an offset; `null` if it is neither. */
function toTime(word: string): IsoTime | null {
  const [, day = "", zone] = TIME.exec(word) ?? [];
  const at = new Date(word.length > day.length && zone === undefined ? `${word}Z` : word);
  if (!isMoment(`${day}T00:00:00Z`) || Number.isNaN(at.getTime())) return null;
  // At the limits of the calendar an offset leads beyond it; the log has no entries there.
  const time = at.toISOString();
  return isMoment(time) ? time : `${day}T00:00:00.000Z`;
}
