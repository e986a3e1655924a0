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
  lead: "Hyper-V reports the VM's state as critical: its storage is unavailable or full, or returns errors. This is a fault regardless of the services.",
  speaksOf: "a VM in any state",
  see: VERDICTS,
  breaks: [
    {
      weight: "bad",
      subject: "The VM has stopped",
      text: "or is about to: Hyper-V pauses it so that no data is lost, and it resumes by itself when the storage is back",
    },
    {
      weight: "bad",
      subject: "Its services",
      text: "do not respond meanwhile; this is a consequence and opens no separate findings",
    },
  ],
  cases: [
    opens(
      "critical",
      "The name of the state ends in `Critical`, such as `RunningCritical` or `PausedCritical`",
    ),
    holds("Any other known state"),
    freezes("A state with an unknown name, or none"),
  ],
  hands: [
    {
      system: "Host",
      check: listDisks(ANY_VM),
      fix: lookOnHost(
        "Get-Volume | Sort-Object SizeRemaining | Format-Table FileSystemLabel, Path, SizeRemaining, Size; Get-ClusterSharedVolume -ErrorAction SilentlyContinue",
        "Free space on the volume, or restore the path to it.",
      ),
    },
  ],
  sources: [SOURCES.summaryInformation, SOURCES.whatsNewHyperv],
});

export const stateStuck = rulePage({
  id: "vm.state-stuck",
  lead: "The VM has been changing state, or an operation has been in progress, for longer than it should take.",
  speaksOf: "a VM that is starting, stopping, saving or migrating, or has an operation in progress",
  see: VERDICTS,
  breaks: [
    {
      weight: "bad",
      subject: "No other operation is possible",
      text: "until it completes; often only a restart of the host's management service releases the VM",
    },
    {
      weight: "minor",
      subject: "Its services",
      text: "are excused while the operation is within its time limit, but not after that",
    },
  ],
  cases: [
    opens(
      "warning",
      `Starting, stopping, saving, pausing, resuming or resetting for more than ${STUCK_LIMIT_MINUTES} minutes`,
    ),
    ...WORK_LIMITS.map(({ doing, limitHours }) =>
      opens("warning", `It is still ${doing} after more than ${limitHours} hours`),
    ),
    holds("Running, off, saved or paused: these states are intended"),
    freezes("The state is critical or not known, or the operation was not read"),
  ],
  hands: [
    {
      system: "Host",
      check: lookOnHost(
        `${selectVm(ANY_VM)} | Format-List State, Status, OperationalStatus, Uptime`,
        "Status shows the progress, if available.",
      ),
      fix: openConsole(ANY_VM),
      note: "As a last resort, end a hung job with `Stop-VM -TurnOff`, which powers the VM off. For a hung management service, use `Restart-Service vmms`, which keeps VMs running but interrupts migrations and backups in progress.",
    },
  ],
  sources: [SOURCES.summaryInformation, SOURCES.manageIntegrationServices],
});

export const configurationVersionRule = rulePage({
  id: "vm.configuration-version",
  lead: "The VM's configuration version determines which features it can use and which hosts can start it. A host cannot start a VM whose version it does not support.",
  speaksOf: "a VM, running or not",
  see: "[Capabilities that require a version](capabilities/vtpm)",
  breaks: [
    {
      weight: "bad",
      subject: "Not supported by the host:",
      text: "the VM cannot start here: Server 2022 and later do not start versions below 8.0",
    },
    {
      weight: "minor",
      subject: "Older than necessary:",
      text: "features are missing: 7.0 adds the vTPM, 7.1 VMMQ, 8.0 VBS and more processors, 8.3 more adapters, 12.0 GPU partitioning",
    },
    {
      weight: "minor",
      subject: "A prerelease version",
      text: "(254.0 and above) may be refused by later hosts",
    },
    {
      weight: "fine",
      subject: "An old version that works",
      text: "is not a fault, and an upgrade cannot be undone",
    },
  ],
  cases: [
    opens("critical", "The host does not support the version"),
    opens("info", "The version is a prerelease"),
    opens("info", "Every host that the VM can move to supports a newer one that is not a prerelease"),
    holds("It is the newest version that all of them support"),
    freezes("The version or the host's supported versions were not read"),
  ],
  hands: [{ system: "Host", check: listHostVersions(null), fix: upgradeConfiguration(ANY_VM) }],
  notes: [
    "In a cluster, the newest version that every reporting node supports counts, so an upgrade never prevents a move to another node.",
  ],
  sources: [SOURCES.configurationVersions, SOURCES.updateVmVersion],
});

export const duplicateId = rulePage({
  id: "vm.duplicate-id",
  lead: "The same VM (by id) is registered in two places that do not share a cluster, and runs in neither. Which of them should be started cannot be determined.",
  speaksOf: "a VM that two hosts list",
  see: "[vm.placement-conflict](rules/vm.placement-conflict)",
  breaks: [
    { weight: "bad", subject: "If both are started,", text: "two machines have the same identity" },
    {
      weight: "fine",
      subject: "A Hyper-V Replica copy",
      text: "has its primary's id by design and is treated as a separate VM",
    },
    { weight: "fine", subject: "Duplicate names", text: "are not a finding: names need not be unique" },
  ],
  cases: [
    opens(
      "warning",
      "Two hosts outside one cluster list it after each other's first report of it, and neither runs it",
    ),
    holds("One place, or places in one cluster"),
    ends("It runs twice: see [the other rule](rules/vm.placement-conflict)"),
  ],
  hands: [
    {
      system: "Each host",
      check: listEverywhere(ANY_VM)[0] ?? null,
      fix: lookOnHost(
        "Get-VM | Group-Object Id | Where-Object Count -gt 1",
        "Remove-VM removes the registration and keeps its disks.",
      ),
    },
  ],
  sources: [SOURCES.importVm],
});

export const placementConflict = rulePage({
  id: "vm.placement-conflict",
  lead: "The same VM (by id) runs in two places that do not share a cluster: two machines with one identity, and often one address.",
  speaksOf: "a VM that two hosts run",
  see: "[vm.duplicate-id](rules/vm.duplicate-id)",
  breaks: [
    {
      weight: "bad",
      subject: "Name, address and certificates",
      text: "are in use twice; clients reach one or the other",
    },
    { weight: "bad", subject: "Its data", text: "diverges from the moment both started" },
    {
      weight: "fine",
      subject: "A migration",
      text: "leaves one outdated report behind, which does not open this finding",
    },
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
        "Run on the host that has the wrong copy. This stops that copy: make sure it is the wrong one.",
      ),
    },
  ],
  sources: [SOURCES.importVm],
});

export const stopActionWithoutShutdown = rulePage({
  id: "vm.stop-action-without-shutdown",
  lead: "The VM is configured to shut down cleanly when its host restarts, but cannot: the shutdown service is disabled or silent. The guest would be powered off.",
  speaksOf: "a running VM with the stop action `ShutDown`",
  see: "[Shutdown](services/shutdown)",
  breaks: [
    {
      weight: "bad",
      subject: "Each restart of the host",
      text: "powers this guest off after a timeout",
    },
    {
      weight: "minor",
      subject: "`is.shutdown`",
      text: "is open as well; health and compliance count both once",
    },
  ],
  cases: [
    opens(
      "warning",
      "The stop action is `ShutDown`, and the shutdown service is disabled, has no contact or lost contact",
    ),
    holds("The stop action is `ShutDown`, and the service responds"),
    freezes("The VM is not running, or the whole guest is [silent](rules/is.guest-silent)"),
    ends(
      "The stop action is `Save` or `TurnOff`, which do not involve the guest; or all six services are disabled",
    ),
  ],
  hands: [
    {
      system: "Fix the service",
      check: lookOnHost(`${selectVm(ANY_VM)} | Format-List AutomaticStopAction`),
      fix: enableOnHost("shutdown", ANY_VM),
      note: "If the service is enabled on the host, fix its guest component: [Shutdown](services/shutdown).",
    },
    {
      system: "Change the action",
      check: lookOnHost(`${selectVm(ANY_VM)} | Format-List AutomaticStopAction, MemoryStartup`),
      fix: saveAtHostStop(ANY_VM),
    },
  ],
  sources: [SOURCES.integrationServices, SOURCES.shutdownComponent],
});
