import type { ChangeRow } from "@/lib/data/read/changes.ts";
import { readSilences } from "@/lib/data/read/silences.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import type { FleetDirectory } from "./fleet-directory.ts";

interface Span {
  from: IsoTime;
  to: IsoTime;
}

/**
 * When the host that a VM was on told nothing: what it had said before did not stand then.
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

/** What is left of spans without the silences. */
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

/** The part of a span that lies within another one. */
function cut<Known extends Span>(span: Known, within: Span): Known[] {
  const from = span.from > within.from ? span.from : within.from;
  const to = span.to < within.to ? span.to : within.to;
  return from < to ? [{ ...span, from, to }] : [];
}

/** The log tells of hosts by name. While several claimed the VM, or none is known by the name, its silence is not told. */
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
