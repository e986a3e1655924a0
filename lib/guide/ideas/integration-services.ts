import { COMPONENT_KEYS } from "../../domain/services/service-catalogue.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { SERVICE_NAMES } from "../../format/names.ts";
import { lookInLinux, lookInWindows, lookOnHost } from "../look.ts";
import type { GuidePage } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";

export const integrationServices: GuidePage = {
  kind: "ideas",
  key: "integration-services",
  title: "Integration services and their version",
  lead: "Each service consists of two parts: a device that the host offers to the VM, and a component in the guest that responds to it. The host knows two things: its own setting and, while the VM is running, whether the guest component responds.",
  facts: [
    { name: "Components", value: `${COMPONENT_KEYS.length}, plus PowerShell Direct, which is not one` },
    { name: "In Windows", value: "services named `vmic…`" },
    { name: "In Linux", value: "`hv_utils` and up to three daemons" },
    { name: "Rule", value: "[is.version](rules/is.version)" },
  ],
  breaks: {
    title: "How the guest components are delivered",
    items: [
      {
        weight: "fine",
        subject: "Windows 10, Server 2016 and later",
        text: "built in, updated by Windows Update",
      },
      {
        weight: "minor",
        subject: "Older Windows on 2016 or later hosts",
        text: "by Windows Update; Windows 8, Server 2012 and older require data exchange for this",
      },
      {
        weight: "minor",
        subject: "Hosts up to Server 2012 R2",
        text: "provide their own disk, `vmguest.iso`, which later hosts no longer have",
      },
      {
        weight: "minor",
        subject: "Linux and FreeBSD",
        text: "in the kernel; data exchange, backup and file copy through daemons of the distribution",
      },
    ],
  },
  judged: [
    {
      title: "Interpreting the version",
      asks: "What is reported",
      status: null,
      finding: "Means",
      rows: [
        {
          says: "`0.0` and an empty state on 2016 or later hosts, even for running VMs",
          status: null,
          finding: null,
          remark: "not reported by this host, which has none to compare with; not a fault",
        },
        {
          says: "A version that the guest reports through data exchange",
          status: null,
          finding: null,
          remark: "shown as reported by the guest",
        },
        {
          says: "“Update required” or state 2, on a host up to Server 2012 R2",
          status: null,
          finding: "warning",
          remark: "[is.version](rules/is.version)",
        },
        {
          says: "A secondary status “protocol version does not match” for an older guest on a newer host",
          status: null,
          finding: null,
          remark: "expected: the service works",
        },
      ],
    },
  ],
  ladders: [],
  hands: [
    {
      system: "Windows guest",
      check: lookInWindows(
        'reg query "HKLM\\SOFTWARE\\Microsoft\\Virtual Machine\\Auto" /v IntegrationServicesVersion',
        "The version as reported in the guest. Get-Service vmic* shows which components are running.",
      ),
      fix: {
        runOn: "guest",
        shell: "powershell",
        platform: "Windows",
        command: "Start-Process ms-settings:windowsupdate",
        cost: "a reboot of the guest, if an update requires it",
        note: "On Windows 10, Server 2016 and later, they are included in Windows updates.",
      },
    },
    {
      system: "Linux guest",
      check: lookInLinux(
        "Linux",
        "modinfo -F version hv_utils; ls /sys/bus/vmbus/devices | wc -l; systemctl list-units 'hv*' 'hyper*'",
        "The modules, the devices that the host offers, and the daemons.",
      ),
      fix: null,
    },
    {
      system: "Host",
      check: lookOnHost(
        `${selectVm(ANY_VM)} | Get-VMIntegrationService | Format-Table Id, Enabled, PrimaryOperationalStatus, SecondaryOperationalStatus`,
        "Six rows. Names are localized on hosts in other languages; the end of the id is not.",
      ),
      fix: null,
    },
  ],
  notes: [
    "Why 2016 and later hosts report `0.0`: hosts up to Server 2012 R2 carried the components on `vmguest.iso` and compared the guest's version with it. Since then Windows Update delivers them to the guest, the host has no version of its own, and it fills the property with `0.0` and an empty state. This is unknown, never outdated: read the version in the guest, as shown above, and keep the guest updated.",
    `The six components are ${COMPONENT_KEYS.map((key) => `[${SERVICE_NAMES[key]}](services/${key})`).join(", ")}.`,
    "A disabled component reports `Ok`, so whether it is enabled is always checked first.",
    "While a VM is off, every status is empty; only its settings are reported.",
  ],
  sources: [
    SOURCES.integrationServices,
    SOURCES.manageIntegrationServices,
    SOURCES.protocolMismatch,
    SOURCES.whatsNewHyperv,
    SOURCES.windowsGuests,
  ],
  rules: ["is.version"],
};
