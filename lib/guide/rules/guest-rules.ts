import { openConsole, resetVm } from "../../domain/remedies/silent-guest.ts";
import { LAST_HOST_WITH_DISK, updateFromHostDisk } from "../../domain/remedies/integration-services-disk.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { lookInLinux, lookInWindows, lookOnHost } from "../look.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

export const guestSilent = rulePage({
  id: "is.guest-silent",
  lead: "No service of the guest responds. That is one cause and one finding: the other services depend on it and are shown as unknown.",
  speaksOf: "a running VM with heartbeat enabled",
  see: "[Heartbeat](services/heartbeat)",
  breaks: [
    {
      weight: "bad",
      subject: "No contact since the VM started:",
      text: "a guest without an OS, at an installer, a stop error or the firmware menu, or without integration services",
    },
    {
      weight: "bad",
      subject: "Lost communication:",
      text: "a guest that responded before: it hangs, has crashed or is too busy to respond",
    },
    {
      weight: "minor",
      subject: "Everything that needs the guest components",
      text: "(clean shutdown, backups, addresses) fails as well",
    },
  ],
  cases: [
    opens("critical", "No enabled service responds, and heartbeat reports `LostCommunication` (13)"),
    opens("warning", "No enabled service responds, and heartbeat reports `NoContact` (12)"),
    holds("At least one service reports any other status"),
    holds(
      "Only heartbeat is enabled, and it is silent",
      "this one, instead of [is.heartbeat](rules/is.heartbeat)",
    ),
    freezes(
      "The VM is off, starting, migrating or being backed up, or in a [critical state](rules/vm.state-critical)",
    ),
    ends("Heartbeat is disabled: a silent guest cannot be distinguished from silent services"),
  ],
  hands: [
    {
      system: "Host",
      check: openConsole(ANY_VM),
      fix: resetVm(ANY_VM),
      note: "Check the console before a reset: a guest that is installing updates is silent, too. A guest that shows its sign-in screen but stays silent lacks its integration services.",
    },
  ],
  sources: [SOURCES.integrationServices, SOURCES.heartbeatComponent],
});

export const isVersionRule = rulePage({
  id: "is.version",
  lead: "The guest's integration services are older than its host's. Only hosts up to Server 2012 R2 provide them and can detect this; later hosts rely on Windows Update and report `0.0`.",
  speaksOf: "a running VM on a host up to Server 2012 R2",
  see: "[Integration services](ideas/integration-services)",
  breaks: [
    {
      weight: "minor",
      subject: "Old guest components",
      text: "lack fixes and may not support a service that the host offers",
    },
    {
      weight: "fine",
      subject: "`0.0` on a 2016 or later host",
      text: "only means that the host does not report it",
    },
  ],
  cases: [
    opens(
      "warning",
      "`IntegrationServicesVersionState` is 2 or, if it is missing, the state text is “Update required”",
    ),
    holds("The state is 1, or its text is “Up to date”"),
    freezes(
      `The state is not reported or in another language, the VM is not running, or the host's build was not read`,
    ),
    ends(`The host is newer than build ${LAST_HOST_WITH_DISK} (Server 2012 R2)`),
  ],
  hands: [
    {
      system: "Host, up to 2012 R2",
      check: lookOnHost(
        `${selectVm(ANY_VM)} | Format-List IntegrationServicesVersion, IntegrationServicesState`,
      ),
      fix: updateFromHostDisk(ANY_VM)[0] ?? null,
    },
    {
      system: "Windows guest",
      check: lookInWindows(
        'reg query "HKLM\\SOFTWARE\\Microsoft\\Virtual Machine\\Auto" /v IntegrationServicesVersion',
        "The version as reported in the guest, on every host.",
      ),
      fix: updateFromHostDisk(ANY_VM)[1] ?? null,
    },
    {
      system: "Linux guest",
      check: lookInLinux(
        "Linux",
        "modinfo -F version hv_utils hv_vmbus; uname -r",
        "They are part of the kernel.",
      ),
      fix: null,
    },
  ],
  sources: [
    SOURCES.manageIntegrationServices,
    SOURCES.windowsGuests,
    SOURCES.whatsNewHyperv,
    SOURCES.summaryInformation,
  ],
});
