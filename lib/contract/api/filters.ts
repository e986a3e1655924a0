import { z } from "zod";
import { SECTION_NAMES } from "@/lib/domain/host/section-states.ts";
import { STATE_WORDS } from "@/lib/domain/vm/state-word.ts";
import {
  ACCELERATION_STATUSES,
  CAPABILITY_KEYS,
  CAPABILITY_STATUSES,
  CHANGE_KINDS,
  CONVERSION_VERDICTS,
  FRESHNESSES,
  HOST_TECHNOLOGIES,
  RULE_IDS,
  SERVICE_KEYS,
  SERVICE_STATUSES,
  SEVERITIES,
  VM_HEALTHS,
  VM_TECHNOLOGIES,
} from "@/lib/domain/words.ts";
import { ANY_SECTION } from "./any-section.ts";
import { COMPLIANCE_GROUPS } from "./compliance.ts";
import { FINDING_STATUSES } from "./findings.ts";
import { HOST_SORTS } from "./hosts.ts";
import { NO_CLUSTER } from "./no-cluster.ts";
import { anyOf, oneText, pairOf, textUpTo, trueOrFalse, wholeNumber, wordOf } from "./query.ts";

/** Maximum and default page size of a list. */
const MAX_LIMIT = 500;
const DEFAULT_LIMIT = 100;
const MAX_HISTORY_DAYS = 400;
/** A cursor contains the first 100 characters of two texts, in any script. */
const MAX_CURSOR_LENGTH = 4096;

const paging = {
  cursor: textUpTo(MAX_CURSOR_LENGTH)
    .optional()
    .describe("Where to continue: `nextCursor` of the previous page."),
  limit: wholeNumber(1, MAX_LIMIT).optional().describe(`Rows per page. Default: ${DEFAULT_LIMIT}.`),
};

const host = anyOf(oneText).describe("A host, by id or name.");
const cluster = anyOf(oneText).describe(
  `A cluster, by name; \`${NO_CLUSTER}\` for hosts and VMs outside any cluster.`,
);
const tag = anyOf(oneText).describe("A tag, with or without `#`.");
const rule = anyOf(wordOf(RULE_IDS)).describe("Has an open finding from this rule.");
const ruleOfVms = anyOf(
  z.union([wordOf(RULE_IDS), pairOf(RULE_IDS, SEVERITIES)], {
    error: `must be one of ${RULE_IDS.join(", ")}, and may be followed by a colon and one of ${SEVERITIES.join(", ")}`,
  }),
).describe(
  "Has an open finding from this rule, such as `is.vss`. With a colon and a severity, only of this severity: `is.vss:warning`.",
);
const vm = anyOf(z.guid({ error: "must be the id of a VM" })).describe("A VM, by its id in this API.");

function sortBy<const Name extends string>(names: readonly [Name, ...Name[]]) {
  const downwards = names.map((name) => `-${name}` as const);
  return wordOf([...names, ...downwards])
    .optional()
    .describe("A column to sort by. Prefix `-` for descending order.");
}

export const VM_SORTS = [
  "name",
  "health",
  "host",
  "hostHealth",
  "cluster",
  "state",
  "generation",
  "guestOs",
  "findings",
  "lastReportedAt",
  "conversion",
  "configurationVersion",
] as const;

const GENERATION_SORTS = [
  "conversion",
  "name",
  "host",
  "cluster",
  "guestOs",
  "configurationVersion",
] as const;

/** Filters of a list of VMs. */
export const vmFilters = z.object({
  search: oneText
    .optional()
    .describe("Part of a name, a guest's FQDN or IP address, or a VM id. Matched literally, ignoring case."),
  host,
  cluster,
  tag,
  state: anyOf(wordOf(STATE_WORDS)).describe("The VM's state."),
  health: anyOf(wordOf(VM_HEALTHS)).describe("The VM's health."),
  generation: anyOf(wordOf(["1", "2"])).describe("The VM's generation."),
  guestOs: anyOf(oneText).describe("The guest operating system, as reported by the guest."),
  service: anyOf(pairOf(SERVICE_KEYS, SERVICE_STATUSES)).describe(
    "A service and its status, such as `heartbeat:failed`.",
  ),
  acceleration: anyOf(pairOf(VM_TECHNOLOGIES, ACCELERATION_STATUSES)).describe(
    "A technology and its status, such as `sr-iov:blocked`.",
  ),
  capability: anyOf(pairOf(CAPABILITY_KEYS, CAPABILITY_STATUSES)).describe(
    "A capability and its status, such as `vtpm:available`.",
  ),
  conversion: anyOf(wordOf(CONVERSION_VERDICTS)).describe("Whether the VM can be converted to generation 2."),
  check: anyOf(oneText).describe("A conversion check that does not pass, such as `G5:caution`."),
  rung: anyOf(oneText).describe(
    "A technology and its first broken rung, such as `sr-iov:switch-iov`. With a colon and a status, only where that is the result: `sr-iov:switch-iov:configured`.",
  ),
  configurationVersion: anyOf(oneText).describe("The VM's configuration version."),
  rule: ruleOfVms,
  gone: trueOrFalse.optional().describe("`true` returns only VMs that no host lists any longer."),
});

export const vmListQuery = vmFilters.extend({ sort: sortBy(VM_SORTS), ...paging });

export const generationListQuery = vmFilters
  .omit({ generation: true, gone: true })
  .extend({ sort: sortBy(GENERATION_SORTS), ...paging });

export const vmHistoryQuery = z.object({
  days: wholeNumber(1, MAX_HISTORY_DAYS).optional().describe("Number of days to go back. Default: 14."),
});

export const hostFilters = z.object({
  search: oneText
    .optional()
    .describe(
      "Part of a name, an FQDN, a cluster name, or the name, description or MAC address of an adapter. Matched literally, ignoring case.",
    ),
  cluster,
  freshness: anyOf(wordOf(FRESHNESSES)).describe("How fresh the host's last report is."),
  tag,
  rule,
  health: anyOf(wordOf(VM_HEALTHS)).describe("The worst health of any VM on the host."),
  acceleration: anyOf(pairOf(HOST_TECHNOLOGIES, ACCELERATION_STATUSES)).describe(
    "A host technology and its status, separated by a colon.",
  ),
  rung: anyOf(oneText).describe(
    "A host technology and the first broken rung of an adapter's ladder, such as `rdma:no-lbfo`. With a colon and a status, only where that is the result.",
  ),
  section: anyOf(wordOf([ANY_SECTION, ...SECTION_NAMES])).describe(
    `A section of the host's last report that was not read completely; \`${ANY_SECTION}\` for at least one.`,
  ),
  agent: anyOf(oneText).describe("The version of the host's agent."),
  system: anyOf(oneText).describe("The host's operating system, as reported."),
  apart: trueOrFalse
    .optional()
    .describe("Whether the host lacks a network technology that other nodes of its cluster have."),
});

export const hostListQuery = hostFilters.extend({
  sort: sortBy(HOST_SORTS),
  ...paging,
});

export const findingListQuery = z.object({
  status: wordOf(FINDING_STATUSES).optional().describe("The status of the finding. Default: `open`."),
  severity: anyOf(wordOf(SEVERITIES)).describe("The severity of the finding."),
  rule: anyOf(wordOf(RULE_IDS)).describe("The rule that opened the finding."),
  host,
  vm,
  cluster,
  ...paging,
});

export const causeListQuery = findingListQuery.omit({ status: true, cursor: true, limit: true });

const POSITION = String.raw`\d{1,15}-\d{1,15}`;
const TIME = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?`;
const SINCE = new RegExp(`^(?:${POSITION}|${TIME})$`);

export const changeListQuery = z.object({
  since: z
    .string()
    .regex(SINCE, { error: "must be a time or the id of a change" })
    .optional()
    .describe(
      "A time, or the id of the entry to continue after. With it, oldest first; without it, newest first.",
    ),
  kind: anyOf(wordOf(CHANGE_KINDS)).describe("The kind of change."),
  host,
  vm,
  ...paging,
});

const A_DAY = z.iso.date({ error: "must be a day such as 2026-03-01, or a time on that day" });
const A_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Converts a time to its day in UTC. A value that is neither day nor time is returned unchanged, and then refused. */
function toDay(word: string): string {
  const [, day] = A_TIME.exec(word) ?? [];
  const at = new Date(word);
  if (!A_DAY.safeParse(day).success || Number.isNaN(at.getTime())) return word;
  return at.toISOString().slice(0, 10);
}

const calendarDay = z.string().transform(toDay).pipe(A_DAY);

export const complianceQuery = z.object({
  from: calendarDay
    .optional()
    .describe("The first day, or a time on it. Default: 89 days before the last day."),
  to: calendarDay.optional().describe("The last day, or a time on it. Default: today."),
  groupBy: wordOf(COMPLIANCE_GROUPS).optional().describe("How to group the results. Default: `cluster`."),
});

export const timeToFixQuery = complianceQuery.omit({ groupBy: true });

export const complianceDayQuery = z.object({
  day: calendarDay.optional().describe("The day, or a time on it. Default: yesterday."),
  groupBy: wordOf(COMPLIANCE_GROUPS).optional().describe("How to group the day. Default: `cluster`."),
});
