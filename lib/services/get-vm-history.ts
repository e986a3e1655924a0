import { readVm } from "@/lib/data/read/vms.ts";
import { readVmHistory } from "@/lib/data/read/changes.ts";
import type { VmHistory } from "@/lib/contract/api/history.ts";
import { AppError } from "./app-error.ts";
import { badParameter, UUID } from "./cursor.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { toChangeView } from "./list-changes.ts";
import { SERVICE_KEYS } from "@/lib/domain/words.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 14;
const MAX_DAYS = 400;

/** What a VM's verdicts were over time: a lane a service with its spans, and everything that changed. @throws AppError `not-found` */
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
  // Of more entries than are told, nobody knows here what was before the first of them.
  const from = isCut ? (within[0]?.at ?? since) : since;
  const start = vm.firstSeenAt > from ? vm.firstSeenAt : from;
  const lanes = [...SERVICE_KEYS, "health" as const].map((field) => {
    const moves = within.filter(
      (row) => row.field === field && (row.kind === "service" || row.kind === "health"),
    );
    const earlier = before.find((row) => row.field === field)?.toValue ?? null;
    const current = field === "health" ? vm.health : (vm.services[SERVICE_KEYS.indexOf(field)] ?? null);
    let status = earlier ?? moves[0]?.fromValue ?? current;
    let at = start;
    const spans: VmHistory["lanes"][number]["spans"] = [];
    for (const move of moves) {
      if (move.at > at && status !== null) spans.push({ status, from: at, to: move.at });
      status = move.toValue;
      at = move.at > at ? move.at : at;
    }
    const end = directory.silentHostIds.includes(vm.hostId)
      ? (directory.byId.get(vm.hostId)?.staleAt ?? vm.lastReportedAt)
      : now.toISOString();
    if (status !== null && end > at) spans.push({ status, from: at, to: end });
    return { key: field, spans };
  });
  return {
    from,
    to: now.toISOString(),
    lanes,
    changes: within.toReversed().map((row) => toChangeView(row, directory)),
  };
}
