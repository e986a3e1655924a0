import { encodeSnapshot } from "./encode-snapshot.ts";
import type { Fleet } from "./fleet.ts";

/** A report that is ready to send, with the data that the sender needs. */
interface PreparedReport {
  /** Index of its host in the fleet. */
  readonly host: number;
  readonly tick: number;
  readonly snapshotId: string;
  readonly vms: number;
  readonly bytes: number;
  /** Gzip of the JSON. */
  readonly body: Buffer;
}

/**
 * Renders reports in advance, so that a measurement covers the server and not the rendering. Hosts take
 * turns, each in the order of its ticks. The fleet's `changedShare` sets how many VMs change from one to the next.
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
