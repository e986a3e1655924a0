import type { KnownVm } from "@/lib/data/ingest/vm-state.ts";
import type { IsoTime } from "@/lib/domain/facts.ts";
import { isRunningState, type PlacedVm } from "./place-vms.ts";

/** The stored state of a host's VMs, if no other host reports any of them. */
export interface KnownHost {
  /** The host's version at that time: as long as it is unchanged, no other process has written to the host. */
  version: number;
  vms: readonly KnownVm[];
}

/**
 * Caches the state of hosts last stored by this process: usually the next report finds it unchanged and need not read it.
 * The host's version shows whether it is still valid. The least recently stored hosts are evicted first.
 */
export class KnownHosts {
  readonly #limit: number;
  readonly #hosts = new Map<string, KnownHost>();
  #vms = 0;

  /** @param limit maximum number of cached VMs, about 200 bytes each */
  constructor(limit: number) {
    this.#limit = limit;
  }

  recall(hostId: string): KnownHost | null {
    return this.#hosts.get(hostId) ?? null;
  }

  /** Caches a host's state unless a newer version is already cached. */
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

/** Enough for the largest fleet that one server supports, about 15 MB. */
export const knownHosts = new KnownHosts(65_536);

/** The VMs as they will be read after their report is written; `null` if the report omits one or contains a new one. */
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
