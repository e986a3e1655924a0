import { setTimeout as pause } from "node:timers/promises";
import { claimOutdated, countOutdated, forgetJudgedBy } from "@/lib/data/ingest/judged-by.ts";
import { inTransaction } from "@/lib/data/transaction.ts";
import { RULES_VERSION } from "@/lib/domain/rules/rules-version.ts";
import { isDatabaseAway } from "../database-away.ts";
import { rejudgeHost } from "./rejudge-host.ts";

export interface RejudgeProgress {
  /** Hosts and VMs that waited when the work began. */
  of: { hosts: number; vms: number };
  /** Hosts that are done, by whomever. */
  hosts: number;
  vms: number;
  /** VMs some verdict of which is another. */
  rewritten: number;
  failed: { hostId: string; message: string }[];
}

export interface RejudgeOptions {
  now: () => Date;
  rulesVersion?: number;
  /** Every host counts as outdated, also one that is judged by these rules already. */
  isAll?: boolean;
  /** Rests after each host for as long as it took, so that reports have at least half of the processor. */
  isGentle?: boolean;
  /** Asked between two hosts. */
  isStopped?: () => boolean;
  /** Called where anything waits. */
  onBegin?: (waiting: RejudgeProgress["of"]) => void;
  onProgress?: (progress: RejudgeProgress) => void;
}

/**
 * Judges again what was judged by older rules: one host a transaction, which is at most as many VMs as one report may
 * hold. What is done is written with each host, so that whoever comes next goes on from there, and several processes
 * share the work. Reports of other hosts never wait; one of the same host waits for its transaction, or makes it needless.
 * @returns what came of it; hosts are left where it was stopped
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
    // One host that cannot be judged keeps no other from it; a database that is away keeps all.
    if (claim.hostId === null || isDatabaseAway(error)) throw error;
    progress.failed.push({
      hostId: claim.hostId,
      message: error instanceof Error ? error.message : String(error),
    });
  }
  return true;
}
