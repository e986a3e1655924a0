import { readVm } from "@/lib/data/read/vms.ts";
import { readVmHistory, type ChangeRow } from "@/lib/data/read/changes.ts";
import type { VmHistory } from "@/lib/contract/api/history.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { AppError } from "./app-error.ts";
import { badParameter, UUID } from "./cursor.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { toChangeView } from "./list-changes.ts";
import { silencesOf, withoutSilences } from "./vm-silences.ts";
import { SERVICE_KEYS } from "@/lib/domain/words.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 14;
const MAX_DAYS = 400;

/** A VM's verdicts over time: one lane for each service with its spans, and every change. @throws AppError `not-found` */
export async function getVmHistory(
  id: string,
  words: { days?: number | undefined },
  now: Date,
): Promise<VmHistory> {
  const days = words.days ?? DEFAULT_DAYS;
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    throw badParameter("days", `must be 1 to ${MAX_DAYS}`);
  const vm = UUID.test(id) ? await readVm(id.toLowerCase()) : null;
  if (!vm) throw new AppError("not-found", "There is no VM with this id.");
  const directory = await fleetDirectory(now);
  const since = new Date(now.getTime() - days * DAY_MS).toISOString();
  const { within, before, isCut } = await readVmHistory(vm.id, since);
  // If entries were omitted, the state before the first returned entry is unknown here.
  const from = isCut ? (within[0]?.at ?? since) : since;
  const start = vm.firstSeenAt > from ? vm.firstSeenAt : from;
  const end = now.toISOString();
  const placements = within.filter(({ kind }) => kind === "placement");
  const silences = await silencesOf(vm, placements, { from: start, to: end }, directory);
  const lanes = [...SERVICE_KEYS, "health" as const].map((key) => {
    const current = key === "health" ? vm.health : (vm.services[SERVICE_KEYS.indexOf(key)] ?? null);
    const earlier = before.find(({ field }) => field === key)?.toValue ?? null;
    const spans = spansOf(key, within, { start, end, earlier, current, isGone: vm.goneAt !== null });
    return { key, spans: withoutSilences(spans, silences) };
  });
  return {
    from,
    to: end,
    lanes,
    changes: within.toReversed().map((row) => toChangeView(row, directory)),
  };
}

type Spans = VmHistory["lanes"][number]["spans"];

/** The lane of one service, or of health. It has no span while no host lists the VM. */
function spansOf(
  key: string,
  changes: readonly ChangeRow[],
  known: { start: IsoTime; end: IsoTime; earlier: string | null; current: string | null; isGone: boolean },
): Spans {
  const moves = changes.filter(
    ({ kind, field, fromValue, toValue }) =>
      ((kind === "service" || kind === "health") && field === key) ||
      (kind === "placement" && (fromValue === null || toValue === null)),
  );
  const [first] = moves.filter(({ kind }) => kind !== "placement");
  const [firstStay] = moves.filter(({ kind }) => kind === "placement");
  let last = known.earlier ?? first?.fromValue ?? known.current;
  let isThere = firstStay ? firstStay.fromValue !== null : !known.isGone;
  let at = known.start;
  const spans: Spans = [];
  const endAt = (to: IsoTime) => {
    if (isThere && last !== null && to > at) spans.push({ status: last, from: at, to });
  };
  for (const move of moves) {
    endAt(move.at);
    at = move.at > at ? move.at : at;
    if (move.kind === "placement") isThere = move.toValue !== null;
    else last = move.toValue;
  }
  endAt(known.end);
  return spans;
}
