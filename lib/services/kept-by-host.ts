import type { FleetHost } from "./fleet-directory.ts";

/** What was read of hosts, good for the version that each had then: of a fleet that reports all the time, most is. */
export class KeptByHost<Value> {
  readonly #kept = new Map<string, { version: string; value: Value | null }>();

  /**
   * @param read of these hosts; called for no more than `most` at a time
   * @returns what is known of each host, without those of which there is nothing
   */
  async of(
    hosts: readonly FleetHost[],
    read: (hostIds: string[]) => Promise<Map<string, Value>>,
    most = Infinity,
  ): Promise<Map<string, Value>> {
    const changed = hosts.filter(({ id, version }) => this.#kept.get(id)?.version !== version);
    for (let from = 0; from < changed.length; from += most) {
      const some = changed.slice(from, from + most);
      const values = await read(some.map(({ id }) => id));
      for (const { id, version } of some) this.#kept.set(id, { version, value: values.get(id) ?? null });
    }
    const all = new Map<string, Value>();
    for (const { id } of hosts) {
      const value = this.#kept.get(id)?.value ?? null;
      if (value !== null) all.set(id, value);
    }
    return all;
  }
}
