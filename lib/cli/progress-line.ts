import type { RejudgeProgress } from "@/lib/services/rejudge/rejudge-fleet.ts";

const BAR_WIDTH = 30;
const MIN_TOLD_SECONDS = 2;

/** Progress of a re-evaluation, as one line for a terminal. */
export function progressLine(
  { of, hosts, vms, rewritten, failed }: RejudgeProgress,
  elapsedSeconds: number,
): string {
  const done = Math.min(hosts + failed.length, of.hosts);
  const share = of.hosts === 0 ? 1 : done / of.hosts;
  const full = Math.round(share * BAR_WIDTH);
  const parts = [
    `[${"#".repeat(full)}${".".repeat(BAR_WIDTH - full)}] ${Math.floor(share * 100)} %`,
    `${done} of ${of.hosts} hosts`,
    `${vms} VMs`,
    `${rewritten} changed`,
  ];
  if (failed.length > 0) parts.push(`${failed.length} failed`);
  if (done > 0 && done < of.hosts && elapsedSeconds >= MIN_TOLD_SECONDS)
    parts.push(`${Math.ceil((elapsedSeconds / done) * (of.hosts - done))} s left`);
  return parts.join("  ");
}
