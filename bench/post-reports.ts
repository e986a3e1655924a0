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

/**
 * Posts the reports in order with far more senders than the server admits. A refused report is not sent again.
 * @returns answers of each kind, and how long half and 95 % of the refusals took at most, in milliseconds
 */
export async function flood(
  url: string,
  tokens: readonly string[],
  reports: readonly Prepared[],
  senders: number,
): Promise<{ stored: number; refused: number; refusalMs: { half: number; most: number } }> {
  const transport = new HttpTransport(new URL(url), { maxSockets: senders });
  const refusals: number[] = [];
  let stored = 0;
  let next = 0;
  const send = async () => {
    for (let report = reports[next++]; report !== undefined; report = reports[next++]) {
      const started = performance.now();
      const answer = await transport.post({
        path: "/api/v1/snapshots",
        token: tokens[report.host] ?? "",
        body: report.body,
        isGzip: true,
      });
      if (answer.status === 503) refusals.push(performance.now() - started);
      // Of one host's reports, which are sent at the same time, an older one may arrive last and is then stale.
      else if (answer.status === 201 || answer.status === 200) stored += 1;
      else throw new Error(`A report was answered with ${answer.status}: ${answer.body}`);
    }
  };
  await Promise.all(Array.from({ length: senders }, send));
  transport.close();
  refusals.sort((a, b) => a - b);
  return {
    stored,
    refused: refusals.length,
    refusalMs: {
      half: refusals[Math.floor(refusals.length * 0.5)] ?? Number.NaN,
      most: refusals[Math.floor(refusals.length * 0.95)] ?? Number.NaN,
    },
  };
}
