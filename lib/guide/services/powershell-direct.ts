import { selectVm } from "../../domain/remedies/host-switch.ts";
import { upgradeConfiguration } from "../../domain/remedies/configuration-version.ts";
import { MISSING_SENTENCES, UNREAD_SENTENCES } from "../../domain/services/assess-powershell-direct.ts";
import { SERVICE_IMPACTS } from "../../domain/services/service-catalogue.ts";
import { SERVICE_NAMES } from "../../format/names.ts";
import { lookInWindows, lookOnHost } from "../look.ts";
import type { GuidePage } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";

export const powershellDirect: GuidePage = {
  kind: "services",
  key: "powershell-direct",
  title: SERVICE_NAMES["powershell-direct"],
  lead: "A PowerShell session from the host into a Windows guest over the hypervisor, without any network. It is no integration component, so Hyper-V's own list of them has only six rows.",
  facts: [
    { name: "In Windows", value: "`vmicvmsession`" },
    { name: "In Linux", value: "none" },
    { name: "On the host", value: "`Enter-PSSession -VMId`" },
    { name: "Rule", value: "[is.powershell-direct](rules/is.powershell-direct)" },
    { name: "Since", value: "Server 2016, Windows 10, on both sides" },
    { name: "By default", value: "there where its prerequisites hold" },
    { name: "Documented impact", value: SERVICE_IMPACTS["powershell-direct"] },
    { name: "Socket service id", value: "`999E53D4-3D5C-4C3E-8779-BED06EC056E1`" },
  ],
  breaks: {
    title: "What breaks without it",
    items: [
      { weight: "minor", subject: "A guest that lost its network", text: "is reached only at its console" },
      {
        weight: "minor",
        subject: "Setting up new VMs",
        text: "by script needs a network and remoting first",
      },
      { weight: "fine", subject: "Everything else", text: "does without; it is a way in for administrators" },
    ],
  },
  judged: [
    {
      title: "How it is judged here",
      asks: "The report says",
      status: "Status",
      finding: "Finding",
      rows: [
        {
          says: "The VM runs, and every prerequisite that a host can see holds. Only guest credentials could prove more, and no agent should have them",
          status: "healthy",
          finding: null,
        },
        ...Object.values(MISSING_SENTENCES).map((says) => ({
          says: says.slice(0, -1),
          status: "not-applicable" as const,
          finding: null,
          remark: "none, a warning where a policy requires it",
        })),
        {
          says: "The VM is shielded, and the host could be let in for repairs",
          status: "unknown",
          finding: null,
        },
        ...Object.values(UNREAD_SENTENCES).map((says) => ({
          says: says.replace("Nobody can tell: ", "").slice(0, -1),
          status: "unknown" as const,
          finding: null,
        })),
        {
          says: "Nothing in the guest answers: [is.guest-silent](rules/is.guest-silent)",
          status: "unknown",
          finding: null,
          remark: "that one",
        },
        { says: "The VM does not run", status: "not-applicable", finding: null },
      ],
    },
  ],
  ladders: [],
  hands: [
    {
      system: "Host",
      check: lookOnHost(
        `Invoke-Command -VMId '${ANY_VM}' -Credential (Get-Credential) -ScriptBlock { hostname }`,
        "As administrator of Hyper-V, with an account of the guest. An answer is the only proof.",
      ),
      fix: upgradeConfiguration(ANY_VM),
      note:
        "The upgrade is only for a configuration version below 6.2; look first: " +
        `\`${selectVm("…")} | Format-List Version\`.`,
    },
    {
      system: "Windows",
      check: lookInWindows(
        "Get-Service -Name vmicvmsession | Format-List Status, StartType",
        "Wanted: Running.",
      ),
      fix: {
        runOn: "guest",
        shell: "powershell",
        platform: "Windows",
        command: "Set-Service -Name vmicvmsession -StartupType Manual; Start-Service -Name vmicvmsession",
        cost: "nothing",
        note: "As administrator.",
      },
    },
  ],
  notes: [
    "The VM must run on the host where the session begins: there is no way through another host.",
    "Shielded VMs block it. Hosts from version 1803 and Server 2019 on can let it in for repairs.",
  ],
  sources: [
    SOURCES.powershellDirect,
    SOURCES.hypervSockets,
    SOURCES.guestCommunicationService,
    SOURCES.shieldedVms,
  ],
  rules: ["is.powershell-direct"],
};
