import { findAgentByInstance } from "@/lib/data/access/agents.ts";
import { announcePast } from "@/lib/data/access/hosts.ts";
import { sumDays } from "@/lib/services/compliance/sum-days.ts";
import { readReport } from "@/lib/services/ingest/read-report.ts";
import { ingestSnapshot } from "@/lib/services/ingest-snapshot.ts";

export interface ImportCounts {
  stored: number;
  /** Already known, or older than the host's latest report. */
  passed: number;
}

const ANNOUNCED_FOR_MS = 120_000;
/** After the import of a host's past, its own report follows. */
const GRACE_MS = 30_000;
const ANNOUNCED_EVERY_MS = 20_000;

/** Time of receipt, a space, and the body as an agent posts it. */
const LINE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z) (\{.*\})$/;

/**
 * Stores past reports with their times of receipt, one per line, oldest first for each host. They are validated and
 * evaluated as of that time, by the same code as posted reports. An empty line requests the counts so far. At the end
 * the daily totals are computed.
 * @throws Error that names the line and what is wrong with it
 */
export async function importReports(
  lines: AsyncIterable<string>,
  options: { clock: () => Date; onPause: (counts: ImportCounts) => void },
): Promise<ImportCounts & { days: number }> {
  const counts: ImportCounts = { stored: 0, passed: 0 };
  const announced = new Map<string, number>();
  const hostIds = new Map<string, string>();
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line === "") {
      for (const hostId of announced.keys())
        await announcePast(hostId, new Date(options.clock().getTime() + GRACE_MS));
      announced.clear();
      options.onPause({ ...counts });
      continue;
    }
    const [, receivedAt, body] = LINE.exec(line) ?? [];
    if (receivedAt === undefined || body === undefined)
      throw new Error(`Line ${number} is not a UTC time followed by a report.`);
    if (Date.parse(receivedAt) > options.clock().getTime())
      throw new Error(`Line ${number} has a time of receipt in the future.`);
    const read = readReport(Buffer.from(body));
    if (!read.ok) {
      const [error] = read.errors;
      throw new Error(`Line ${number} is not a valid report: ${error?.path ?? ""} ${error?.message ?? ""}`);
    }
    const { instanceId } = read.snapshot.agent;
    const hostId = hostIds.get(instanceId) ?? (await findAgentByInstance(instanceId))?.hostId;
    if (hostId === undefined) throw new Error(`Line ${number} is from an instance that is not enrolled.`);
    hostIds.set(instanceId, hostId);
    const at = options.clock().getTime();
    if (at - (announced.get(hostId) ?? 0) >= ANNOUNCED_EVERY_MS) {
      announced.set(hostId, at);
      await announcePast(hostId, new Date(at + ANNOUNCED_FOR_MS));
    }
    const { kind } = await ingestSnapshot({
      agent: { hostId, instanceId },
      snapshot: read.snapshot,
      receivedAt: new Date(receivedAt),
    });
    counts[kind === "stored" ? "stored" : "passed"] += 1;
  }
  return { ...counts, days: await sumDays(options.clock()) };
}
