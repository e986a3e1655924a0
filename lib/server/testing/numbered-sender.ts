import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { snapshotBytes } from "@/lib/contract/agent/testing/smallest-snapshot.ts";
import { COMPONENT_GUIDS } from "@/lib/domain/services/service-catalogue.ts";
import { pollUntil } from "@/lib/postgres/poll-until.ts";
import { enrolOnTheWire, postBytes, type WireAnswer } from "./agent-on-the-wire.ts";

/**
 * A host that posts one snapshot after another, as an agent does, and repeats unacknowledged ones. Snapshot `n` contains
 * `n` in every VM, and every even one a failed heartbeat, so that the stored rows show which snapshots were stored.
 */
export class NumberedSender {
  readonly name: string;
  readonly vmIds: string[];
  hostId = "";
  /** The last snapshot answered with 201, or with 200 as a duplicate. */
  acknowledged = 0;
  /** All other answers. */
  readonly refusals: WireAnswer[] = [];
  readonly #instanceId = randomUUID();
  readonly #machineId = randomUUID();
  readonly #ids = new Map<number, string>();
  #token = "";

  constructor(name: string, vms: number) {
    this.name = name;
    this.vmIds = Array.from({ length: vms }, () => randomUUID());
  }

  async enrol(url: string, key: string): Promise<void> {
    const machine = { instanceId: this.#instanceId, machineId: this.#machineId, name: this.name };
    ({ hostId: this.hostId, token: this.#token } = await enrolOnTheWire(url, key, machine));
  }

  /** Posts until stopped or until the server no longer answers. */
  async run(url: string, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const status = await this.tryOnce(url);
      if (status === 503) await untilReady(url);
      else if (status !== 200 && status !== 201) return;
    }
  }

  /** Posts the next snapshot and returns the status, or null if the server does not answer. */
  async tryOnce(url: string): Promise<number | null> {
    const answer = await this.#post(url, this.acknowledged + 1);
    if (answer?.status === 201 || answer?.status === 200) this.acknowledged += 1;
    else if (answer !== null) this.refusals.push(answer);
    return answer?.status ?? null;
  }

  /** The next snapshot, to be posted in another way. */
  next(): { headers: Record<string, string>; body: Uint8Array<ArrayBuffer> } {
    return this.#request(this.acknowledged + 1);
  }

  #request(number: number): ReturnType<NumberedSender["next"]> {
    const headers = {
      authorization: `Bearer ${this.#token}`,
      "content-type": "application/json",
      "content-encoding": "gzip",
    };
    return { headers, body: Uint8Array.from(gzipSync(this.#snapshot(number))) };
  }

  async #post(url: string, number: number): Promise<WireAnswer | null> {
    const { headers, body } = this.#request(number);
    try {
      return await postBytes(`${url}/api/v1/snapshots`, body, headers);
    } catch {
      return null;
    }
  }

  #snapshot(number: number): Uint8Array {
    const snapshotId = this.#ids.get(number) ?? randomUUID();
    this.#ids.set(number, snapshotId);
    const now = new Date().toISOString();
    const heartbeat = number % 2 === 0 ? 6 : 2;
    return snapshotBytes({
      snapshotId,
      sequence: number,
      collectedAt: now,
      sentAt: now,
      agent: { instanceId: this.#instanceId, version: "1.0.0", kind: "mock", intervalSeconds: 60 },
      host: { name: this.name, machineId: this.#machineId },
      sections: [{ name: "vms", status: "ok" }],
      vms: this.vmIds.map((id, index) => ({
        id,
        name: `${this.name}-${index}`,
        state: "Running",
        uptimeSeconds: 86_400,
        generation: 2,
        processorCount: number,
        integrationServices: Object.entries(COMPONENT_GUIDS).map(([key, component]) => ({
          id: `Microsoft:${id}\\${component}`,
          enabled: true,
          primaryStatus: key === "heartbeat" ? heartbeat : 2,
        })),
      })),
    });
  }
}

/** Waits until the server reports ready. @throws after 30 seconds, the longest permitted outage */
export async function untilReady(url: string): Promise<void> {
  const ready = await pollUntil(async () => ((await fetch(`${url}/readyz`)).status === 200 ? true : null), {
    everyMilliseconds: 50,
    timeoutMilliseconds: 30_000,
  });
  if (ready === null) throw new Error("The server did not recover within 30 seconds.");
}
