import type pg from "pg";
import { readHostFacts, type HostState } from "@/lib/data/ingest/host-state.ts";
import type { ChangeWrite } from "@/lib/data/ingest/write-life.ts";
import type { IsoTime, SectionFacts } from "@/lib/domain/facts.ts";
import { freshnessOf } from "@/lib/domain/freshness.ts";
import { hostChanges, type HostMoment } from "@/lib/domain/host/host-changes.ts";
import { keptSections, SENDING_SECTION, sectionStates } from "@/lib/domain/host/section-states.ts";
import { toStoredHostFacts } from "../host-rows.ts";
import type { Report } from "./prepare-report.ts";

/** Logged changes of the host itself. Its previous facts are read only if something differs. */
export async function changesOfHost(
  client: pg.ClientBase,
  before: HostState,
  report: Report,
): Promise<ChangeWrite[]> {
  const { snapshot, observedAt, receivedAt } = report;
  const after: HostMoment = {
    freshness: reportingOf(snapshot.agent.intervalSeconds, observedAt, readableAt(report)).freshness,
    host: snapshot.host,
    agent: snapshot.agent,
    sections: sectionStates(snapshot),
  };
  const last = before.report;
  let entries: ReturnType<typeof hostChanges> = [];
  if (last === null) {
    entries = hostChanges(null, after);
  } else {
    const { freshness } = reportingOf(last.intervalSeconds, last.observedAt, receivedAt);
    const isSame =
      freshness === after.freshness &&
      last.factsHash === report.factsHash &&
      last.agent.version === snapshot.agent.version &&
      last.agent.kind === snapshot.agent.kind &&
      last.intervalSeconds === snapshot.agent.intervalSeconds &&
      statusKey(last.sections) === statusKey(keptSections(snapshot));
    if (isSame) return [];
    const stored = toStoredHostFacts(await readHostFacts(client, before.hostId));
    if (!stored) return [];
    const previous = {
      ...snapshot,
      ...stored,
      sections: last.sections,
      vms: statusKey(last.sections).includes("vms:failed") ? null : [],
    };
    const current = { ...snapshot, vms: snapshot.vms === null ? null : [] };
    entries = hostChanges(
      { freshness, host: stored.host, agent: last.agent, sections: sectionStates(previous) },
      { ...after, sections: sectionStates(current) },
    );
  }
  return entries.map((entry) => ({ hostId: before.hostId, subjectId: null, at: observedAt, ...entry }));
}

function statusKey(sections: readonly SectionFacts[]): string {
  return sections
    .filter(({ name }) => name !== SENDING_SECTION)
    .map(({ name, status }) => `${name}:${status}`)
    .join();
}

/** The freshness, at time `now`, of a host that last reported at another time. */
export function reportingOf(intervalSeconds: number, lastReportedAt: string, now: string) {
  const freshness = freshnessOf({ lastReportedAt, intervalSeconds, retiredAt: null, now: new Date(now) });
  return { freshness, lastReportedAt, intervalSeconds };
}

/** The earliest time at which a report can be read: a report delayed by exactly the accepted maximum exceeds it by then. */
export function readableAt({ receivedAt }: Pick<Report, "receivedAt">): IsoTime {
  return new Date(Date.parse(receivedAt) + 1).toISOString();
}
