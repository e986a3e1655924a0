import { setTimeout as pause } from "node:timers/promises";
import { claimOutdated, countOutdated, forgetJudgedBy } from "@/lib/data/ingest/judged-by.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { RULES_VERSION } from "@/lib/domain/rules/rules-version.ts";
import { isDatabaseAway } from "../database-away.ts";
import { rejudgeHost } from "./rejudge-host.ts";

export interface RejudgeProgress {
  /** Hosts and VMs to re-evaluate when the run began. */
  of: { hosts: number; vms: number };
  /** Hosts done, by this or another process. */
  hosts: number;
  vms: number;
  /** VMs with at least one changed verdict. */
  rewritten: number;
  failed: { hostId: string; message: string }[];
}

export interface RejudgeOptions {
  now: () => Date;
  rulesVersion?: number;
  /** Treats every host as outdated, even if it was already evaluated by the current rules. */
  isAll?: boolean;
  /** Pauses after each host for as long as it took, so that reports get at least half of the processor time. */
  isGentle?: boolean;
  /** Checked between two hosts. */
  isStopped?: () => boolean;
  /** Called if there is anything to re-evaluate. */
  onBegin?: (waiting: RejudgeProgress["of"]) => void;
  onProgress?: (progress: RejudgeProgress) => void;
}

/**
 * Re-evaluates everything that older rules evaluated, one host per transaction, which is at most as many VMs as one report
 * can contain. Progress is stored with each host, so that a later run continues from there and several processes share the
 * work. Reports of other hosts never wait; a report of the same host waits for its transaction, or makes it unnecessary.
 * @returns the result; if stopped, some hosts are left
 */
export async function rejudgeFleet(options: RejudgeOptions): Promise<RejudgeProgress & { left: number }> {
  const { now, rulesVersion = RULES_VERSION, isStopped = () => false } = options;
  if (options.isAll) await forgetJudgedBy();
  const progress: RejudgeProgress = {
    of: await countOutdated(rulesVersion),
    hosts: 0,
    vms: 0,
    rewritten: 0,
    failed: [],
  };
  if (progress.of.hosts > 0) options.onBegin?.(progress.of);
  while (!isStopped()) {
    const begunAt = now().getTime();
    const isDone = !(await judgeNext(progress, rulesVersion, now));
    if (isDone) break;
    options.onProgress?.(progress);
    if (options.isGentle) await pause(Math.max(0, now().getTime() - begunAt));
  }
  const { hosts: left } = await countOutdated(rulesVersion);
  return { ...progress, left };
}

async function judgeNext(progress: RejudgeProgress, rulesVersion: number, now: () => Date): Promise<boolean> {
  const claim: { hostId: string | null } = { hostId: null };
  const failedIds = progress.failed.map(({ hostId }) => hostId);
  try {
    const judged = await inTransaction(async (client) => {
      claim.hostId = await claimOutdated(client, rulesVersion, failedIds);
      return claim.hostId === null ? null : rejudgeHost(client, claim.hostId, { rulesVersion, now: now() });
    });
    if (claim.hostId === null) return false;
    progress.hosts += 1;
    progress.vms += judged?.vms ?? 0;
    progress.rewritten += judged?.rewritten ?? 0;
  } catch (error) {
    // A host that cannot be re-evaluated does not stop the others; an unavailable database does.
    if (claim.hostId === null || isDatabaseAway(error)) throw error;
    progress.failed.push({
      hostId: claim.hostId,
      message: error instanceof Error ? error.message : String(error),
    });
  }
  return true;
}
