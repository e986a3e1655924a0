import type { IsoTime, SnapshotFacts, VmFacts } from "./facts.ts";

/** Complete reports in a row without a VM before it counts as gone from the host. */
const MISSING_REPORTS_UNTIL_GONE = 2;

/** What a host reports about the location of one VM (id and role). */
export interface Sighting {
  /** First report of the current stay: a VM that returns after a report without it begins a new one. */
  firstReportedAt: IsoTime;
  /** Newest report that listed it. */
  lastReportedAt: IsoTime;
  /** Complete reports in a row that did not list it; stops counting when the VM is gone. */
  missingReports: number;
}

export function isGone({ missingReports }: Pick<Sighting, "missingReports">): boolean {
  return missingReports >= MISSING_REPORTS_UNTIL_GONE;
}

/**
 * Applies one more report. Being listed always counts, even in a partial section; not being listed counts only in a
 * complete one. A report without effect returns the same object.
 */
export function sightingAfter(
  before: Sighting | null,
  report: { isListed: boolean; isComplete: boolean; at: IsoTime },
): Sighting | null {
  if (report.isListed) {
    const isSameStay = before !== null && before.missingReports === 0;
    const firstReportedAt = isSameStay ? before.firstReportedAt : report.at;
    return { firstReportedAt, lastReportedAt: report.at, missingReports: 0 };
  }
  if (before === null || !report.isComplete || isGone(before)) return before;
  return { ...before, missingReports: before.missingReports + 1 };
}

/** The target of a migration in progress is listed as planned: it is not a VM yet, and not a sighting of one. */
export function isRealised(vm: Pick<VmFacts, "vmType">): boolean {
  return vm.vmType !== "Planned";
}

/**
 * Whether a VM that the report does not list is really gone. Take the snapshot after `firstRows`, which makes a section
 * with duplicate rows partial. An agent without rights lists nothing, and reports no error.
 */
export function isCompleteVmList(
  snapshot: Pick<SnapshotFacts<unknown>, "sections" | "vms" | "host">,
): boolean {
  if (snapshot.vms === null) return false;
  if (snapshot.vms.length === 0 && snapshot.host.rights?.hyperv === false) return false;
  return snapshot.sections.find(({ name }) => name === "vms")?.status === "ok";
}
