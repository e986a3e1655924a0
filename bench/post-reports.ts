import { HttpTransport } from "../agents/mock/agent/http-transport.ts";
import { encodeSnapshot } from "../agents/mock/encode-snapshot.ts";
import type { Fleet } from "../agents/mock/fleet.ts";

interface Prepared {
  host: number;
  body: Buffer;
}

/** The reports of all hosts for these ticks, serialized and compressed before the measurement starts. */
export function prepareTicks(fleet: Fleet, firstTick: number, ticks: number): Prepared[] {
  const prepared: Prepared[] = [];
  for (let tick = firstTick; tick < firstTick + ticks; tick++) {
    fleet.hosts.forEach((host, place) => {
      prepared.push({ host: place, body: encodeSnapshot(host.snapshotAt(tick)) });
    });
  }
  return prepared;
}

/**
 * Posts the reports in order with the given number of concurrent senders, each waiting for its answer.
 * @returns snapshots per second, all answered with 201
 */
export async function postAll(
  url: string,
  tokens: readonly string[],
  reports: readonly Prepared[],
  senders = 4,
): Promise<number> {
  const transport = new HttpTransport(new URL(url), { maxSockets: senders });
  let next = 0;
  const send = async () => {
    for (let report = reports[next++]; report !== undefined; report = reports[next++]) {
      const token = tokens[report.host] ?? "";
      const answer = await transport.post({
        path: "/api/v1/snapshots",
        token,
        body: report.body,
        isGzip: true,
      });
      if (answer.status !== 201)
        throw new Error(`A report was answered with ${answer.status}: ${answer.body}`);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: senders }, send));
  const seconds = (performance.now() - started) / 1000;
  transport.close();
  return reports.length / seconds;
}
