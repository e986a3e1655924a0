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
  lead: "No report has come from the host for so long that nothing it said still stands. Its VMs are unknown, whatever they were.",
  speaksOf: "a host",
  see: "[Fresh, late, stale, missing](ideas/freshness)",
  breaks: [
    { weight: "bad", subject: "Nobody watches", text: "the host and its VMs: what breaks now is not seen" },
    { weight: "minor", subject: "Open findings", text: "are frozen, and no new ones open" },
    { weight: "fine", subject: "The VMs", text: "may well be running: silent is not down" },
  ],
  cases: [
    opens(
      "critical",
      `Missing: nothing for ${freshnessLimits(60).missingSeconds / DAY_SECONDS} days, or four intervals where that is more`,
    ),
    opens("warning", "Stale: four intervals without a report, and 5 minutes at least"),
    holds("Fresh, or late by one report"),
    ends("The host is retired"),
  ],
  hands: [
    hand(
      "Agent",
      [lookAtAgent, startAgent].flatMap((each) => each ?? []),
    ),
    hand("Way to this server", lookAtWay ? [lookAtWay] : [], {
      note: "Next look at the agent's own log on the host, which names each attempt and its answer.",
    }),
  ],
  sources: [SOURCES.getScheduledTask],
});

const [showAccount, joinAdministrators] = remediesOf(
  agentRights({ host: sampleHost({ rights: { hyperv: false, administrator: false } }), vmCount: 0 }),
);

export const agentRightsRule = rulePage({
  id: "host.agent-rights",
  lead: "The agent's account may not see what it should report. Hyper-V answers those without rights with no VMs and no error, so an empty list proves nothing.",
  speaksOf: "a host",
  see: "[host.sections-failed](rules/host.sections-failed)",
  breaks: [
    {
      weight: "bad",
      subject: "Without Hyper-V's rights",
      text: "no VM is seen; those that were known are unknown",
    },
    {
      weight: "minor",
      subject: "Without administrator rights",
      text: "adapters, SMB and parts of the host stay unread, and with them the network's ladders",
    },
  ],
  cases: [
    opens("critical", "No rights of Hyper-V, and no VM in the report"),
    opens("info", "VMs are seen, and the account is no administrator"),
    holds("An administrator"),
    holds("VMs in the report prove the right, whatever the flag says"),
    freezes("The agent could not tell its own rights"),
  ],
  hands: [
    hand(
      "Host",
      [showAccount, joinAdministrators].flatMap((each) => each ?? []),
      {
        note: "SYSTEM is the simplest account and needs no group. Groups are chosen by their SID, for their names are translated.",
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
  lead: "The host's clock and this server's are apart. Nothing here depends on it; Kerberos, logs, and guests that take their time from the host do.",
  speaksOf: "a host",
  see: "[Time sync](services/time-sync)",
  breaks: [
    {
      weight: "bad",
      subject: "More than five minutes",
      text: "and Kerberos refuses: live migration and clusters with it",
    },
    { weight: "minor", subject: "Guests with time sync", text: "take the wrong time over" },
    { weight: "fine", subject: "Freshness here", text: "is measured by differences, and does not suffer" },
  ],
  cases: [
    opens("critical", `More than ${SKEW_CRITICAL_SECONDS / 60} minutes apart, either way`),
    opens("warning", `More than ${SKEW_WARNING_SECONDS / 60} minutes apart`),
    holds("Closer than that"),
  ],
  hands: [
    hand(
      "Host",
      [lookAtClock, setClock].flatMap((each) => each ?? []),
      {
        note: "Where many hosts have this, it is the server's own clock that is wrong.",
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
  lead: `The agent tried to read a part of the host and could not. A report has ${SECTION_NAMES.length} sections: ${SECTION_NAMES.join(", ")}.`,
  speaksOf: "a host",
  see: "[host.agent-rights](rules/host.agent-rights)",
  breaks: [
    { weight: "bad", subject: "Without `vms`", text: "every VM of the host is unknown" },
    {
      weight: "minor",
      subject: "Without another section",
      text: "what rests on it is unknown, and the rest is judged as ever",
    },
  ],
  cases: [
    opens("critical", "`vms` failed, or its list is missing under a status that says it was read"),
    opens("warning", "`vms` failed, and [missing rights](rules/host.agent-rights) explain it"),
    opens("warning", "Another section failed, or is missing in the same way"),
    holds("Every section was read, in whole or in part, or was skipped"),
  ],
  hands: [
    hand(
      "Host",
      [askForVms, restartManagement].flatMap((each) => each ?? []),
      {
        note: "The error of each section is on the host's page. The same question by hand, as the agent's account, shows it whole.",
      },
    ),
  ],
  sources: [SOURCES.getScheduledTask, SOURCES.manageIntegrationServices],
});

export const HOST_RULES = [hostStaleRule, agentRightsRule, clockSkewRule, sectionsFailedRule];
