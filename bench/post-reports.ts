import { HttpTransport } from "../agents/mock/agent/http-transport.ts";
import type { WireResponse } from "../agents/mock/agent/transport.ts";
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
  const started = performance.now();
  await sendAll(url, tokens, reports, senders, (answer) => expectOneOf(answer, [201]));
  return reports.length / ((performance.now() - started) / 1000);
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
  const refusals: number[] = [];
  await sendAll(url, tokens, reports, senders, (answer, tookMs) => {
    // Of one host's reports, which are sent at the same time, an older one may arrive last and is then stale (200).
    expectOneOf(answer, [200, 201, 503]);
    if (answer.status === 503) refusals.push(tookMs);
  });
  refusals.sort((a, b) => a - b);
  const within = (share: number) => refusals[Math.floor(refusals.length * share)] ?? Number.NaN;
  return {
    stored: reports.length - refusals.length,
    refused: refusals.length,
    refusalMs: { half: within(0.5), most: within(0.95) },
  };
}

async function sendAll(
  url: string,
  tokens: readonly string[],
  reports: readonly Prepared[],
  senders: number,
  onAnswer: (answer: WireResponse, tookMs: number) => void,
): Promise<void> {
  const transport = new HttpTransport(new URL(url), { maxSockets: senders });
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
      onAnswer(answer, performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: senders }, send));
  transport.close();
}

function expectOneOf({ status, body }: WireResponse, statuses: readonly number[]): void {
  if (!statuses.includes(status)) throw new Error(`A report was answered with ${status}: ${body}`);
}
