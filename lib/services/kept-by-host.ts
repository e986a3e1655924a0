import type { FleetHost } from "./fleet-directory.ts";

/** Caches data of hosts by host version. Even in a fleet that reports constantly, most entries are valid. */
export class KeptByHost<Value> {
  readonly #kept = new Map<string, { version: string; value: Value | null }>();

  /**
   * @param read reads these hosts; called with at most `most` at a time
   * @returns the data of each host, without hosts that have none
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
