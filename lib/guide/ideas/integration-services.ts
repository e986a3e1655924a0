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
  lead: "Each service is a pair: a device that the host offers to one VM, and a part of the guest that answers it. A host knows two things of it: its own switch, and, while the VM runs, whether the guest's side answers.",
  facts: [
    { name: "Components", value: `${COMPONENT_KEYS.length}, and PowerShell Direct, which is none` },
    { name: "In Windows", value: "services named `vmic…`" },
    { name: "In Linux", value: "`hv_utils` and up to three daemons" },
    { name: "Rule", value: "[is.version](rules/is.version)" },
  ],
  breaks: {
    title: "How the guest's side arrives",
    items: [
      {
        weight: "fine",
        subject: "Windows 10, Server 2016 and later",
        text: "built in, kept current by Windows Update",
      },
      {
        weight: "minor",
        subject: "Older Windows on hosts from 2016 on",
        text: "by Windows Update; Windows 8, Server 2012 and older need data exchange for it",
      },
      {
        weight: "minor",
        subject: "Hosts up to Server 2012 R2",
        text: "bring a disk of their own, `vmguest.iso`, which later ones do not have any more",
      },
      {
        weight: "minor",
        subject: "Linux and FreeBSD",
        text: "in the kernel; data exchange, backup and file copy by daemons of the distribution",
      },
    ],
  },
  judged: [
    {
      title: "Reading the version",
      asks: "What is reported",
      status: null,
      finding: "Means",
      rows: [
        {
          says: "`0.0` and an empty state, on hosts from 2016 on, also of running VMs",
          status: null,
          finding: null,
          remark: "not told by this host, and no fault",
        },
        {
          says: "A version that the guest tells by data exchange",
          status: null,
          finding: null,
          remark: "shown as the guest's own word",
        },
        {
          says: "“Update required” or state 2, on a host up to Server 2012 R2",
          status: null,
          finding: "warning",
          remark: "[is.version](rules/is.version)",
        },
        {
          says: "A second status “protocol version does not match”, of an older guest on a newer host",
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
        "The guest's own word. Get-Service vmic* shows which parts run.",
      ),
      fix: {
        runOn: "guest",
        shell: "powershell",
        platform: "Windows",
        command: "Start-Process ms-settings:windowsupdate",
        cost: "a reboot of the guest, where an update brings one",
        note: "On Windows 10, Server 2016 and later they come with every update.",
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
        "Six rows. Names are translated on a host in another language; the end of the id is not.",
      ),
      fix: null,
    },
  ],
  notes: [
    `The six components are ${COMPONENT_KEYS.map((key) => `[${SERVICE_NAMES[key]}](services/${key})`).join(", ")}.`,
    "A component that is switched off reports `Ok`, so the switch is always read first.",
    "Of a VM that is off every status is empty; its switches still tell how it is set up.",
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
