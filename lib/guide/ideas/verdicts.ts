import { defaultPolicy } from "../../domain/default-policy.ts";
import { HOST_RULES_THAT_NAME_VMS } from "../../domain/health.ts";
import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";

const GRACE_MINUTES = defaultPolicy.graceSeconds / 60;

export const verdicts: GuidePage = {
  kind: "ideas",
  key: "verdicts",
  title: "How a verdict is made",
  lead: "Every status shown is derived from a report by a rule and lists its evidence. Anything that could not be read is unknown, never good or bad.",
  facts: [
    { name: "Judged", value: "with every report of a host" },
    { name: "Opens", value: "with the first bad report" },
    { name: "Confirmed", value: "by the second" },
    { name: "Grace after a start", value: `${GRACE_MINUTES} minutes` },
  ],
  breaks: null,
  judged: [
    {
      title: "What a VM's health is",
      asks: "First condition that applies",
      status: null,
      finding: "Health",
      rows: [
        {
          says: "Its host is [silent](ideas/freshness), or it could not be read",
          status: null,
          finding: null,
          remark: "unknown",
        },
        { says: "Its state is [critical](rules/vm.state-critical)", status: null, finding: "critical" },
        {
          says: "It is off, saved, paused, starting or stopping, or a test replica, and is not [stuck](rules/vm.state-stuck)",
          status: null,
          finding: null,
          remark: "inactive",
        },
        {
          says: "The worst open finding about it, or about its host and naming it, is critical",
          status: null,
          finding: "critical",
        },
        {
          says: "The worst such finding is a warning; info does not count",
          status: null,
          finding: "warning",
        },
        {
          says: "Heartbeat could not be read, or is excused because the VM is starting or an operation is in progress",
          status: null,
          finding: null,
          remark: "unknown",
        },
        { says: "None of the above", status: null, finding: null, remark: "healthy" },
      ],
    },
    {
      title: "The lifecycle of a finding",
      asks: "The report shows",
      status: null,
      finding: "The finding is",
      rows: [
        {
          says: "A problem, for the first time",
          status: null,
          finding: null,
          remark: "open; health changes immediately",
        },
        { says: "The problem again", status: null, finding: null, remark: "confirmed" },
        {
          says: "No evidence: not read, off, starting, migrating, silent host",
          status: null,
          finding: null,
          remark: "frozen: kept with its date, not counted",
        },
        { says: "Good", status: null, finding: null, remark: "resolved: fixed" },
        {
          says: "The rule no longer applies, or the VM has not run for a week or is gone",
          status: null,
          finding: null,
          remark: "resolved: no longer applies",
        },
      ],
    },
  ],
  ladders: [],
  hands: [],
  notes: [
    "One cause opens one finding. A guest in which nothing responds opens [is.guest-silent](rules/is.guest-silent), not six others. A switch without SR-IOV whose forty VMs request it opens [host.sr-iov](rules/host.sr-iov) once and names them.",
    "The shape of a cell shows the fact, its background shows the severity. Microsoft's documented impact is shown beside the severity but does not determine it.",
    "Windows data is evaluated by numbers and ids. Its names and texts are localized and never parsed.",
    `Findings about a host that count for the health of the VMs they name: ${[...HOST_RULES_THAT_NAME_VMS].map((rule) => `[${rule}](rules/${rule})`).join(", ")}.`,
    "The page of a silent host shows its last known data and the time it dates from.",
  ],
  sources: [SOURCES.integrationServices, SOURCES.summaryInformation],
  rules: [],
};
