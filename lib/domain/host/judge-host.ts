import type { IsoTime, SnapshotFacts } from "../facts.ts";
import type { HostJudgementInput, RuleOutcome } from "../judgement.ts";
import { agentRights } from "./agent-rights.ts";
import { clockSkew } from "./clock-skew.ts";
import { firstHostRows } from "./first-rows.ts";
import { type HostReporting, hostStale } from "./host-stale.ts";
import { sectionsFailed } from "./sections-failed.ts";
import { unreadSections } from "./section-states.ts";

/** What the rules about a host read from a report. */
export function hostJudgementInput(
  snapshot: SnapshotFacts<unknown>,
  receivedAt: IsoTime,
): HostJudgementInput {
  return {
    host: snapshot.host,
    sections: firstHostRows(snapshot).sections,
    unread: unreadSections(snapshot),
    // Number of reported VMs: an unread list reports none; that it was not read is shown by its section.
    vmCount: snapshot.vms?.length ?? 0,
    sentAt: snapshot.sentAt,
    receivedAt,
  };
}

/**
 * Every rule about a host, on one report. A report ends `host.stale` only if it is recent itself: a report that waited
 * for hours describes the state of hours ago.
 */
export function judgeHost(input: HostJudgementInput, reporting: HostReporting): RuleOutcome[] {
  return [...judgeSilence(reporting), ...judgeReport(input)];
}

/** What a report itself shows, regardless of when it arrived. */
export function judgeReport(input: HostJudgementInput): RuleOutcome[] {
  return [
    { rule: "host.agent-rights", outcome: agentRights(input) },
    { rule: "host.clock-skew", outcome: clockSkew(input) },
    { rule: "host.sections-failed", outcome: sectionsFailed(input) },
  ];
}

/** Between reports, only time counts. The other rules get no outcome, so their findings freeze. */
export function judgeSilence(reporting: HostReporting): RuleOutcome[] {
  return [{ rule: "host.stale", outcome: hostStale(reporting) }];
}
