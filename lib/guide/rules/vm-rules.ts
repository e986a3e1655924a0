import { listHostVersions, upgradeConfiguration } from "../../domain/remedies/configuration-version.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { listDisks } from "../../domain/remedies/lost-storage.ts";
import { listEverywhere } from "../../domain/remedies/placement.ts";
import { saveAtHostStop } from "../../domain/remedies/stop-action.ts";
import { openConsole } from "../../domain/remedies/silent-guest.ts";
import { enableOnHost } from "../../domain/remedies/host-switch.ts";
import { STUCK_LIMIT_MINUTES } from "../../domain/rules/state-stuck.ts";
import { WORK_LIMITS } from "../../domain/vm/work-in-progress.ts";
import { lookOnHost } from "../look.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

const VERDICTS = "[How a verdict is made](ideas/verdicts)";

export const stateCritical = rulePage({
  id: "vm.state-critical",
  lead: "Hyper-V itself calls the VM's state critical: its storage is lost or full, or answers with errors. That is wrong whatever the services say.",
  speaksOf: "a VM in any state",
  see: VERDICTS,
  breaks: [
    {
      weight: "bad",
      subject: "The VM stands still",
      text: "or is about to: Hyper-V pauses it so that nothing is lost, and it goes on by itself when the storage is back",
    },
    {
      weight: "bad",
      subject: "Its services",
      text: "do not answer meanwhile, which follows from this and opens nothing of its own",
    },
  ],
  cases: [
    opens(
      "critical",
      "The name of the state ends in `Critical`, such as `RunningCritical` or `PausedCritical`",
    ),
    holds("Any other state that is known"),
    freezes("A state with a name that nobody knows, or none"),
  ],
  hands: [
    {
      system: "Host",
      check: listDisks(ANY_VM),
      fix: lookOnHost(
        "Get-Volume | Sort-Object SizeRemaining | Format-Table FileSystemLabel, Path, SizeRemaining, Size; Get-ClusterSharedVolume -ErrorAction SilentlyContinue",
        "Free space on the volume, or bring the path to it back.",
      ),
    },
  ],
  sources: [SOURCES.summaryInformation, SOURCES.whatsNewHyperv],
});

export const stateStuck = rulePage({
  id: "vm.state-stuck",
  lead: "The VM has been on its way from one state to another, or at work, for longer than any of that takes.",
  speaksOf: "a VM that starts, stops, saves, moves or is worked on",
  see: VERDICTS,
  breaks: [
    {
      weight: "bad",
      subject: "Nothing else can be done",
      text: "with the VM until it gets there, and often only the host's management service frees it",
    },
    {
      weight: "minor",
      subject: "Its services",
      text: "are excused while it works within its time, and are not any more after it",
    },
  ],
  cases: [
    opens(
      "warning",
      `Starting, stopping, saving, pausing, resuming or resetting for more than ${STUCK_LIMIT_MINUTES} minutes`,
    ),
    ...WORK_LIMITS.map(({ doing, limitHours }) =>
      opens("warning", `It has been ${doing} for more than ${limitHours} hours`),
    ),
    holds("Running, off, saved or paused: somebody wants that"),
    freezes("The state is critical or not known, or what it is at was not read"),
  ],
  hands: [
    {
      system: "Host",
      check: lookOnHost(
        `${selectVm(ANY_VM)} | Format-List State, Status, OperationalStatus, Uptime`,
        "Status tells how far it is, where it tells.",
      ),
      fix: openConsole(ANY_VM),
      note: "A job that hangs ends with `Stop-VM -TurnOff` at worst, which cuts the power; a management service that hangs with `Restart-Service vmms`, which leaves VMs running and breaks moves and backups that are under way.",
    },
  ],
  sources: [SOURCES.summaryInformation, SOURCES.manageIntegrationServices],
});

export const configurationVersionRule = rulePage({
  id: "vm.configuration-version",
  lead: "The version of the VM's configuration decides which features it may use and which hosts can start it. One that the host does not list cannot start there at all.",
  speaksOf: "a VM, running or not",
  see: "[Capabilities that ask for a version](capabilities/vtpm)",
  breaks: [
    {
      weight: "bad",
      subject: "Not on the host's list",
      text: "the VM cannot start here: Server 2022 and later start nothing below 8.0",
    },
    {
      weight: "minor",
      subject: "Older than it could be",
      text: "features stay away: 7.0 brings the vTPM, 7.1 VMMQ, 8.0 VBS and more processors, 8.3 more adapters, 12.0 GPU partitioning",
    },
    {
      weight: "minor",
      subject: "A prerelease version",
      text: "(254.0 and above) may be refused by later hosts",
    },
    {
      weight: "fine",
      subject: "An old version that works",
      text: "is no fault, and there is no way back from an upgrade",
    },
  ],
  cases: [
    opens("critical", "The version is not among those that the host lists"),
    opens("info", "The version is a prerelease"),
    opens("info", "Every host that the VM can move to knows a newer one that is no prerelease"),
    holds("It is the newest that all of them know"),
    freezes("The version, or the host's list, was not read"),
  ],
  hands: [{ system: "Host", check: listHostVersions(null), fix: upgradeConfiguration(ANY_VM) }],
  notes: [
    "In a cluster what counts is the newest version that every reporting node lists, so nobody is told to upgrade into a corner.",
  ],
  sources: [SOURCES.configurationVersions, SOURCES.updateVmVersion],
});

export const duplicateId = rulePage({
  id: "vm.duplicate-id",
  lead: "The same VM, by its id, is registered in two places that are not of one cluster, and runs in neither. Nobody can say which of them is the one to start.",
  speaksOf: "a VM that two hosts list",
  see: "[vm.placement-conflict](rules/vm.placement-conflict)",
  breaks: [
    { weight: "bad", subject: "Both may be started", text: "and then two machines have one identity" },
    {
      weight: "fine",
      subject: "A Hyper-V Replica copy",
      text: "carries its primary's id by design, and is a VM of its own here",
    },
    { weight: "fine", subject: "Equal names", text: "are no finding: names repeat" },
  ],
  cases: [
    opens(
      "warning",
      "Two hosts outside one cluster list it after each other's first report of it, and neither runs it",
    ),
    holds("One place, or places of one cluster"),
    ends("It runs twice: that is [the other rule's](rules/vm.placement-conflict)"),
  ],
  hands: [
    {
      system: "Each host",
      check: listEverywhere(ANY_VM)[0] ?? null,
      fix: lookOnHost(
        "Get-VM | Group-Object Id | Where-Object Count -gt 1",
        "Remove-VM takes the registration away and leaves its disks.",
      ),
    },
  ],
  sources: [SOURCES.importVm],
});

export const placementConflict = rulePage({
  id: "vm.placement-conflict",
  lead: "The same VM, by its id, runs in two places that are not of one cluster: two machines with one identity, and often one address.",
  speaksOf: "a VM that two hosts run",
  see: "[vm.duplicate-id](rules/vm.duplicate-id)",
  breaks: [
    {
      weight: "bad",
      subject: "Name, address and certificates",
      text: "are used twice; clients reach one or the other",
    },
    { weight: "bad", subject: "Its data", text: "goes two ways from the moment when both began to run" },
    { weight: "fine", subject: "A move", text: "leaves one old report behind, and does not open this" },
  ],
  cases: [
    opens(
      "warning",
      "Two hosts outside one cluster reported it running, each after the other's first report of it",
    ),
    holds("It runs in one place, or in a cluster"),
  ],
  hands: [
    {
      system: "Each host",
      check: listEverywhere(ANY_VM)[0] ?? null,
      fix: lookOnHost(
        `${selectVm(ANY_VM)} | Stop-VM`,
        "On the host whose copy is the wrong one. Costs that copy's outage: look twice which one it is.",
      ),
    },
  ],
  sources: [SOURCES.importVm],
});

export const stopActionWithoutShutdown = rulePage({
  id: "vm.stop-action-without-shutdown",
  lead: "When its host restarts, the VM is to be shut down cleanly, and cannot: the shutdown service is off or silent. The guest would lose its power.",
  speaksOf: "a VM that runs, with the stop action `ShutDown`",
  see: "[Shutdown](services/shutdown)",
  breaks: [
    {
      weight: "bad",
      subject: "Each restart of the host",
      text: "is a power cut for this guest, after a time of waiting",
    },
    {
      weight: "minor",
      subject: "`is.shutdown`",
      text: "is open as well; for health and compliance both count once",
    },
  ],
  cases: [
    opens(
      "warning",
      "The stop action is `ShutDown`, and the shutdown service is off, or has no contact, or lost it",
    ),
    holds("The stop action is `ShutDown`, and the service answers"),
    freezes("The VM does not run, or the whole guest is [silent](rules/is.guest-silent)"),
    ends(
      "The stop action is `Save` or `TurnOff`, which need nothing of the guest; or all six services are off",
    ),
  ],
  hands: [
    {
      system: "Mend the service",
      check: lookOnHost(`${selectVm(ANY_VM)} | Format-List AutomaticStopAction`),
      fix: enableOnHost("shutdown", ANY_VM),
      note: "Where the switch is on, its guest's side is what to mend: [Shutdown](services/shutdown).",
    },
    {
      system: "Change the action",
      check: lookOnHost(`${selectVm(ANY_VM)} | Format-List AutomaticStopAction, MemoryStartup`),
      fix: saveAtHostStop(ANY_VM),
    },
  ],
  sources: [SOURCES.integrationServices, SOURCES.shutdownComponent],
});
