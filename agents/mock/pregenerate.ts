import { encodeSnapshot } from "./encode-snapshot.ts";
import type { Fleet } from "./fleet.ts";

/** A report that is ready to be sent, with what a sender has to know of it. */
interface PreparedReport {
  /** Place of its host in the fleet. */
  readonly host: number;
  readonly tick: number;
  readonly snapshotId: string;
  readonly vms: number;
  readonly bytes: number;
  /** Gzip of the JSON. */
  readonly body: Buffer;
}

/**
 * Writes reports down before they are needed, so that a measurement counts the server and not the writing. Hosts take
 * turns, each in the order of its ticks. How many VMs change from one to the next is the fleet's `changedShare`.
 */
export function* pregenerate(fleet: Fleet, count: number, firstTick = 0): Generator<PreparedReport, void> {
  for (let made = 0; made < count; made++) {
    const place = made % fleet.hosts.length;
    const host = fleet.hosts[place];
    if (!host) return;
    const tick = firstTick + Math.floor(made / fleet.hosts.length);
    const snapshot = host.snapshotAt(tick);
    const body = encodeSnapshot(snapshot);
    yield {
      host: place,
      tick,
      snapshotId: snapshot.snapshotId,
      vms: snapshot.vms?.length ?? 0,
      bytes: body.length,
      body,
    };
  }
}
