import type { ChangeRow } from "@/lib/data/read/changes.ts";
import { readSilences } from "@/lib/data/read/silences.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { FleetDirectory } from "./fleet-directory.ts";

interface Span {
  from: IsoTime;
  to: IsoTime;
}

/**
 * Periods in which the host of a VM was silent, so that earlier reports were no longer valid.
 * @param placements the VM's placement entries of the log within the span, oldest first
 */
export async function silencesOf(
  vm: { hostId: string },
  placements: readonly ChangeRow[],
  span: Span,
  directory: FleetDirectory,
): Promise<Span[]> {
  const stays = staysOf(vm, placements, span, directory);
  const ended = await readSilences([...new Set(stays.map(({ hostId }) => hostId))], span.from);
  const lasting = directory.silentHostIds.flatMap((hostId) => {
    const host = directory.byId.get(hostId);
    return host ? [{ hostId, from: host.staleAt, to: span.to }] : [];
  });
  return stays.flatMap((stay) =>
    [...ended, ...lasting]
      .filter(({ hostId }) => hostId === stay.hostId)
      .flatMap((silence) => cut(silence, stay)),
  );
}

/** Removes the silences from the spans. */
export function withoutSilences<Known extends Span>(
  spans: readonly Known[],
  silences: readonly Span[],
): Known[] {
  return silences.reduce<Known[]>(
    (left, silence) =>
      left.flatMap((span) => [
        ...cut(span, { from: span.from, to: silence.from }),
        ...cut(span, { from: silence.to, to: span.to }),
      ]),
    [...spans],
  );
}

/** The intersection of two spans. */
function cut<Known extends Span>(span: Known, within: Span): Known[] {
  const from = span.from > within.from ? span.from : within.from;
  const to = span.to < within.to ? span.to : within.to;
  return from < to ? [{ ...span, from, to }] : [];
}

/** The log identifies hosts by name. If several hosts claimed the VM, or no host has the name, its silence is not shown. */
function staysOf(
  vm: { hostId: string },
  placements: readonly ChangeRow[],
  { from, to }: Span,
  { hosts }: FleetDirectory,
): (Span & { hostId: string })[] {
  const idByName = new Map(hosts.map(({ id, name }) => [name, id]));
  const stays = placements.flatMap(({ fromValue, at }, index) => {
    const hostId = fromValue === null ? undefined : idByName.get(fromValue);
    return hostId === undefined ? [] : [{ hostId, from: placements[index - 1]?.at ?? from, to: at }];
  });
  return [...stays, { hostId: vm.hostId, from: placements.at(-1)?.at ?? from, to }];
}
