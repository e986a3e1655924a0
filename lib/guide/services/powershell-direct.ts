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
  lead: "A PowerShell session from the host to a Windows guest over the hypervisor, without a network. It is not an integration component, so Hyper-V's own list of them has only six rows.",
  facts: [
    { name: "In Windows", value: "`vmicvmsession`" },
    { name: "In Linux", value: "none" },
    { name: "On the host", value: "`Enter-PSSession -VMId`" },
    { name: "Rule", value: "[is.powershell-direct](rules/is.powershell-direct)" },
    { name: "Since", value: "Server 2016, Windows 10, on both sides" },
    { name: "By default", value: "available if its prerequisites are met" },
    { name: "Documented impact", value: SERVICE_IMPACTS["powershell-direct"] },
    { name: "Socket service id", value: "`999E53D4-3D5C-4C3E-8779-BED06EC056E1`" },
  ],
  breaks: {
    title: "What breaks without it",
    items: [
      {
        weight: "minor",
        subject: "A guest without a network",
        text: "can be reached only through its console",
      },
      {
        weight: "minor",
        subject: "Setting up new VMs",
        text: "by script requires a network and remoting first",
      },
      {
        weight: "fine",
        subject: "Everything else",
        text: "works without it; it is an access path for administrators",
      },
    ],
  },
  judged: [
    {
      title: "How it is judged here",
      asks: "The report shows",
      status: "Status",
      finding: "Finding",
      rows: [
        {
          says: "The VM is running, and all prerequisites visible to the host are met. Only guest credentials could prove more, and no agent should have them",
          status: "healthy",
          finding: null,
        },
        ...Object.values(MISSING_SENTENCES).map((says) => ({
          says: says.slice(0, -1),
          status: "not-applicable" as const,
          finding: null,
          remark: "none; a warning if a policy requires it",
        })),
        {
          says: "The VM is shielded and may allow access for repairs",
          status: "unknown",
          finding: null,
        },
        ...Object.values(UNREAD_SENTENCES).map((says) => ({
          says: says.replace("Unknown: ", "").slice(0, -1),
          status: "unknown" as const,
          finding: null,
        })),
        {
          says: "Nothing in the guest responds: [is.guest-silent](rules/is.guest-silent)",
          status: "unknown",
          finding: null,
          remark: "that finding",
        },
        { says: "The VM is not running", status: "not-applicable", finding: null },
      ],
    },
  ],
  ladders: [],
  hands: [
    {
      system: "Host",
      check: lookOnHost(
        `Invoke-Command -VMId '${ANY_VM}' -Credential (Get-Credential) -ScriptBlock { hostname }`,
        "Run as Hyper-V administrator with a guest account. Only a response proves that it works.",
      ),
      fix: upgradeConfiguration(ANY_VM),
      note:
        "Upgrade only if the configuration version is below 6.2; check first: " +
        `\`${selectVm("…")} | Format-List Version\`.`,
    },
    {
      system: "Windows",
      check: lookInWindows(
        "Get-Service -Name vmicvmsession | Format-List Status, StartType",
        "Expected: Running.",
      ),
      fix: {
        runOn: "guest",
        shell: "powershell",
        platform: "Windows",
        command: "Set-Service -Name vmicvmsession -StartupType Manual; Start-Service -Name vmicvmsession",
        cost: "nothing",
        note: "Run as administrator.",
      },
    },
  ],
  notes: [
    "The VM must run on the host where the session is started; it cannot be reached through another host.",
    "Shielded VMs block it. Version 1803, Server 2019 and later hosts can allow it for repairs.",
  ],
  sources: [
    SOURCES.powershellDirect,
    SOURCES.hypervSockets,
    SOURCES.guestCommunicationService,
    SOURCES.shieldedVms,
  ],
  rules: ["is.powershell-direct"],
};
