import { freshnessLimits } from "../../domain/freshness.ts";
import { agentRights } from "../../domain/host/agent-rights.ts";
import { clockSkew, SKEW_CRITICAL_SECONDS, SKEW_WARNING_SECONDS } from "../../domain/host/clock-skew.ts";
import { hostStale } from "../../domain/host/host-stale.ts";
import { SECTION_NAMES } from "../../domain/host/section-states.ts";
import { sectionsFailed } from "../../domain/host/sections-failed.ts";
import type { Outcome, Remedy } from "../../domain/judgement.ts";
import { sampleHost } from "../../domain/sample-facts.ts";
import type { GuideHand } from "../page.ts";
import { SOURCES } from "../sources.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

const SOME_TIME = "2026-01-01T00:00:00.000Z";
const DAY_SECONDS = 86_400;

/** The fixes of a finding, as its rule makes them. */
function remediesOf(outcome: Outcome): Remedy[] {
  return outcome.status === "finding" ? outcome.remedies : [];
}

function hand(
  system: string,
  [check, fix]: readonly Remedy[],
  rest: Pick<GuideHand, "note"> = {},
): GuideHand {
  return { system, check: check ?? null, fix: fix ?? null, ...rest };
}

const [lookAtAgent, lookAtWay, startAgent] = remediesOf(
  hostStale({ freshness: "stale", lastReportedAt: SOME_TIME, intervalSeconds: 60 }),
);

export const hostStaleRule = rulePage({
  id: "host.stale",
  lead: "The host has not reported for so long that its last report is no longer valid. Its VMs are unknown, regardless of their last state.",
  speaksOf: "a host",
  see: "[Fresh, late, stale, missing](ideas/freshness)",
  breaks: [
    {
      weight: "bad",
      subject: "There is no monitoring",
      text: "of the host and its VMs: new faults are not detected",
    },
    { weight: "minor", subject: "Open findings", text: "are frozen, and no new ones open" },
    { weight: "fine", subject: "The VMs", text: "may still be running: silent does not mean down" },
  ],
  cases: [
    opens(
      "critical",
      `Missing: no report for ${freshnessLimits(60).missingSeconds / DAY_SECONDS} days, or for four intervals if that is longer`,
    ),
    opens("warning", "Stale: no report for four intervals, and at least 5 minutes"),
    holds("Fresh, or late by one report"),
    ends("The host is retired"),
  ],
  hands: [
    hand(
      "Agent",
      [lookAtAgent, startAgent].flatMap((each) => each ?? []),
    ),
    hand("Connection to this server", lookAtWay ? [lookAtWay] : [], {
      note: "Then check the agent's log on the host, which lists each attempt and its response.",
    }),
  ],
  sources: [SOURCES.getScheduledTask],
});

const [showAccount, joinAdministrators] = remediesOf(
  agentRights({ host: sampleHost({ rights: { hyperv: false, administrator: false } }), vmCount: 0 }),
);

export const agentRightsRule = rulePage({
  id: "host.agent-rights",
  lead: "The agent's account lacks rights to read what it should report. Without rights, Hyper-V returns no VMs and no error, so an empty list proves nothing.",
  speaksOf: "a host",
  see: "[host.sections-failed](rules/host.sections-failed)",
  breaks: [
    {
      weight: "bad",
      subject: "Without Hyper-V rights,",
      text: "no VM is visible; known VMs become unknown",
    },
    {
      weight: "minor",
      subject: "Without administrator rights,",
      text: "adapters, SMB and parts of the host cannot be read, so network requirements cannot be checked",
    },
  ],
  cases: [
    opens("critical", "No Hyper-V rights, and no VM in the report"),
    opens("info", "VMs are visible, but the account is not an administrator"),
    holds("An administrator"),
    holds("VMs in the report prove the right, regardless of the flag"),
    freezes("The agent could not determine its own rights"),
  ],
  hands: [
    hand(
      "Host",
      [showAccount, joinAdministrators].flatMap((each) => each ?? []),
      {
        note: "SYSTEM is the simplest account and needs no group. Groups are selected by SID because their names are localized.",
      },
    ),
  ],
  sources: [SOURCES.getScheduledTask, SOURCES.manageIntegrationServices],
});

const [lookAtClock, setClock] = remediesOf(
  clockSkew({ sentAt: "2026-01-01T01:00:00.000Z", receivedAt: SOME_TIME }),
);

export const clockSkewRule = rulePage({
  id: "host.clock-skew",
  lead: "The clocks of the host and this server differ. Nothing here depends on it, but Kerberos, logs, and guests that synchronize with the host do.",
  speaksOf: "a host",
  see: "[Time sync](services/time-sync)",
  breaks: [
    {
      weight: "bad",
      subject: "If they differ by more than five minutes,",
      text: "Kerberos fails, and with it live migration and clusters",
    },
    { weight: "minor", subject: "Guests with time sync", text: "adopt the wrong time" },
    { weight: "fine", subject: "Freshness here", text: "is measured by differences and is not affected" },
  ],
  cases: [
    opens("critical", `More than ${SKEW_CRITICAL_SECONDS / 60} minutes apart, either way`),
    opens("warning", `More than ${SKEW_WARNING_SECONDS / 60} minutes apart`),
    holds("Less than that"),
  ],
  hands: [
    hand(
      "Host",
      [lookAtClock, setClock].flatMap((each) => each ?? []),
      {
        note: "If many hosts have this finding, this server's own clock is wrong.",
      },
    ),
  ],
  sources: [SOURCES.accurateTime],
});

const NOTHING_UNREAD = {
  physicalAdapters: false,
  switches: false,
  hostAdapters: false,
  teams: false,
  smb: false,
  vms: true,
};
const [askForVms, restartManagement] = remediesOf(
  sectionsFailed({
    host: sampleHost(),
    sections: [{ name: "vms", status: "failed", durationMs: null, collectedAt: null, error: null }],
    unread: NOTHING_UNREAD,
    vmCount: 0,
    sentAt: SOME_TIME,
    receivedAt: SOME_TIME,
  }),
);

export const sectionsFailedRule = rulePage({
  id: "host.sections-failed",
  lead: `The agent failed to read a section of the host's data. A report has ${SECTION_NAMES.length} sections: ${SECTION_NAMES.join(", ")}.`,
  speaksOf: "a host",
  see: "[host.agent-rights](rules/host.agent-rights)",
  breaks: [
    { weight: "bad", subject: "Without `vms`,", text: "every VM of the host is unknown" },
    {
      weight: "minor",
      subject: "Without another section,",
      text: "everything that depends on it is unknown; the rest is evaluated as usual",
    },
  ],
  cases: [
    opens("critical", "`vms` failed, or its list is missing although its status says it was read"),
    opens("warning", "`vms` failed because of [missing rights](rules/host.agent-rights)"),
    opens("warning", "Another section failed, or is missing in the same way"),
    holds("Every section was read fully or partly, or was skipped"),
  ],
  hands: [
    hand(
      "Host",
      [askForVms, restartManagement].flatMap((each) => each ?? []),
      {
        note: "The host's page shows the error of each section. Run the command manually under the agent's account to see the full error.",
      },
    ),
  ],
  sources: [SOURCES.getScheduledTask, SOURCES.manageIntegrationServices],
});

export const HOST_RULES = [hostStaleRule, agentRightsRule, clockSkewRule, sectionsFailedRule];
