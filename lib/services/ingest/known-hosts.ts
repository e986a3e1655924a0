import type { KnownVm } from "@/lib/data/ingest/vm-state.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { isRunningState, type PlacedVm } from "./place-vms.ts";

/** What is stored of a host's VMs, no other host telling of any of them. */
export interface KnownHost {
  /** The host's version then: while it is the same, nobody has written to the host. */
  version: number;
  vms: readonly KnownVm[];
}

/**
 * What this process stored of hosts last: mostly the next report finds it as it was, and need not read it. Whether it is
 * still so is for the host's version to say. Hosts that were not stored for longest are forgotten first.
 */
export class KnownHosts {
  readonly #limit: number;
  readonly #hosts = new Map<string, KnownHost>();
  #vms = 0;

  /** @param limit how many VMs are kept, of some 200 bytes each */
  constructor(limit: number) {
    this.#limit = limit;
  }

  recall(hostId: string): KnownHost | null {
    return this.#hosts.get(hostId) ?? null;
  }

  /** Keeps the newest version that is told of a host. */
  remember(hostId: string, host: KnownHost): void {
    if ((this.#hosts.get(hostId)?.version ?? 0) > host.version) return;
    this.forget(hostId);
    this.#hosts.set(hostId, host);
    this.#vms += host.vms.length;
    for (const oldest of this.#hosts.keys()) {
      if (this.#vms <= this.#limit) return;
      this.forget(oldest);
    }
  }

  forget(hostId: string): void {
    this.#vms -= this.#hosts.get(hostId)?.vms.length ?? 0;
    this.#hosts.delete(hostId);
  }
}

/** Enough for the largest fleet that one server takes, in some 15 MB. */
export const knownHosts = new KnownHosts(65_536);

/** The VMs as they will be read once a report of them is written; `null` where it leaves one out, or tells of a new one. */
export function vmsAfter(
  placed: readonly PlacedVm[],
  settled: ReadonlySet<string>,
  at: IsoTime,
): KnownVm[] | null {
  const vms: KnownVm[] = [];
  for (const { id, reported, known, sighting, isSettled } of placed) {
    if (!reported || !known) return null;
    const { contentHash, state } = reported.vm;
    vms.push({
      ...known,
      ...sighting,
      contentHash,
      isRealised: true,
      isRunning: isRunningState(state),
      state,
      lastReportedAt: at,
      isSettled: isSettled || settled.has(id),
    });
  }
  return vms;
}
