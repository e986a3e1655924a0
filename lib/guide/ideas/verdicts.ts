import { defaultPolicy } from "../../domain/default-policy.ts";
import { HOST_RULES_THAT_NAME_VMS } from "../../domain/health.ts";
import type { GuidePage } from "../page.ts";
import { SOURCES } from "../sources.ts";

const GRACE_MINUTES = defaultPolicy.graceSeconds / 60;

export const verdicts: GuidePage = {
  kind: "ideas",
  key: "verdicts",
  title: "How a verdict is made",
  lead: "Every word on a screen comes from a report, by a rule, and shows what it rests on. What could not be read is unknown, and never good or bad.",
  facts: [
    { name: "Judged", value: "at every report of a host" },
    { name: "Opens", value: "with the first bad report" },
    { name: "Confirmed", value: "by the second" },
    { name: "Grace after a start", value: `${GRACE_MINUTES} minutes` },
  ],
  breaks: null,
  judged: [
    {
      title: "What a VM's health is",
      asks: "First of these that holds",
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
          says: "It is off, saved or paused, starts or stops, or is a test replica, and is not [stuck](rules/vm.state-stuck)",
          status: null,
          finding: null,
          remark: "inactive",
        },
        {
          says: "The worst open finding of it, or of its host that names it, is critical",
          status: null,
          finding: "critical",
        },
        { says: "It is a warning; a remark (info) does not count", status: null, finding: "warning" },
        {
          says: "Heartbeat was not read, or is excused because the VM starts or is worked on",
          status: null,
          finding: null,
          remark: "unknown",
        },
        { says: "None of these", status: null, finding: null, remark: "healthy" },
      ],
    },
    {
      title: "The life of a finding",
      asks: "A report says",
      status: null,
      finding: "The finding is",
      rows: [
        {
          says: "Bad, for the first time",
          status: null,
          finding: null,
          remark: "open; health does not wait",
        },
        { says: "Bad again", status: null, finding: null, remark: "confirmed" },
        {
          says: "Nothing about it: unread, off, starting, moving, silent host",
          status: null,
          finding: null,
          remark: "frozen: kept with its date, counted nowhere",
        },
        { says: "Good", status: null, finding: null, remark: "resolved, mended" },
        {
          says: "The rule does not apply any more, or the VM has not run for a week or is gone",
          status: null,
          finding: null,
          remark: "resolved, no longer applies",
        },
      ],
    },
  ],
  ladders: [],
  hands: [],
  notes: [
    "One cause is one finding. A guest of which nothing answers opens [is.guest-silent](rules/is.guest-silent) and not six others; a switch without SR-IOV under forty VMs that ask for it opens [host.sr-iov](rules/host.sr-iov) once and names them.",
    "The shape of a cell tells the fact, its ground tells how much it is minded. The documentation's grade of impact stands beside our own severity, and does not decide it.",
    "Windows is read by its numbers and ids: its names and texts are translated, and are never parsed.",
    `A host's finding counts for the health of the VMs that it names: ${[...HOST_RULES_THAT_NAME_VMS].map((rule) => `[${rule}](rules/${rule})`).join(", ")}.`,
    "A page of a silent host shows the past, and says since when.",
  ],
  sources: [SOURCES.integrationServices, SOURCES.summaryInformation],
  rules: [],
};
