import { rejudgeFleet, type RejudgeProgress } from "@/lib/services/rejudge/rejudge-fleet.ts";
import { progressLine } from "./progress-line.ts";

/** Re-evaluates with a progress bar if there is a terminal; Ctrl-C stops after the current host. */
export async function rejudge(options: {
  isAll: boolean;
  isSilent: boolean;
}): Promise<RejudgeProgress & { left: number }> {
  const { stderr } = process;
  const draws = stderr.isTTY && !options.isSilent;
  const begunAt = Date.now();
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    return await rejudgeFleet({
      now: () => new Date(),
      isAll: options.isAll,
      isStopped: () => isStopped,
      onProgress: (progress) => {
        if (draws) stderr.write(`\r\x1b[K${progressLine(progress, (Date.now() - begunAt) / 1000)}`);
      },
    });
  } finally {
    if (draws) stderr.write("\r\x1b[K");
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}
