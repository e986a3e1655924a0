import { openConsole, resetVm } from "../../domain/remedies/silent-guest.ts";
import { LAST_HOST_WITH_DISK, updateFromHostDisk } from "../../domain/remedies/integration-services-disk.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { lookInLinux, lookInWindows, lookOnHost } from "../look.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

export const guestSilent = rulePage({
  id: "is.guest-silent",
  lead: "Not one service of the guest answers. That is one cause and one finding: the other services follow from it, and are shown as unknown.",
  speaksOf: "a VM that runs, with heartbeat on",
  see: "[Heartbeat](services/heartbeat)",
  breaks: [
    {
      weight: "bad",
      subject: "No contact since its start",
      text: "a guest without a system, at an installer, a stop error or the firmware's menu, or one without integration services",
    },
    {
      weight: "bad",
      subject: "Lost communication",
      text: "a guest that did answer: it hangs, has crashed or is too busy to answer",
    },
    {
      weight: "minor",
      subject: "Everything by the guest's side",
      text: "clean shutdown, backups, addresses, fails with it",
    },
  ],
  cases: [
    opens("critical", "No service that is on answers, and heartbeat says `LostCommunication` (13)"),
    opens("warning", "No service that is on answers, and heartbeat says `NoContact` (12)"),
    holds("One service gives a number of any kind"),
    holds("Heartbeat alone is on, and silent", "this one, in place of [is.heartbeat](rules/is.heartbeat)"),
    freezes(
      "The VM is off, starts, moves or is backed up, or is in a [critical state](rules/vm.state-critical)",
    ),
    ends("Heartbeat is off: then nobody can tell a silent guest from silent services"),
  ],
  hands: [
    {
      system: "Host",
      check: openConsole(ANY_VM),
      fix: resetVm(ANY_VM),
      note: "Look before you reset: an update that installs looks silent, too. A guest that shows its sign-in and is silent all the same lacks its integration services.",
    },
  ],
  sources: [SOURCES.integrationServices, SOURCES.heartbeatComponent],
});

export const isVersionRule = rulePage({
  id: "is.version",
  lead: "The guest's integration services are older than its host's. Only hosts up to Server 2012 R2 bring their own and can know it; later ones leave it to Windows Update and report `0.0`.",
  speaksOf: "a VM that runs on a host up to Server 2012 R2",
  see: "[Integration services](ideas/integration-services)",
  breaks: [
    {
      weight: "minor",
      subject: "Old guest parts",
      text: "lack fixes, and may not know a service that the host offers",
    },
    {
      weight: "fine",
      subject: "`0.0` on a host from 2016 on",
      text: "means that the host does not tell, and nothing else",
    },
  ],
  cases: [
    opens(
      "warning",
      "`IntegrationServicesVersionState` is 2, or, where there is none, the state's text is “Update required”",
    ),
    holds("The state is 1, or its text is “Up to date”"),
    freezes(
      `The state is not told or is in another language, the VM does not run, or the host's build was not read`,
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
        "The guest's own word, on every host.",
      ),
      fix: updateFromHostDisk(ANY_VM)[1] ?? null,
    },
    {
      system: "Linux guest",
      check: lookInLinux(
        "Linux",
        "modinfo -F version hv_utils hv_vmbus; uname -r",
        "They come with the kernel.",
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
