import type { HostJudgementInput, Outcome, Remedy } from "../judgement.ts";
import { agentRights } from "./agent-rights.ts";
import { namedSectionStates, SECTION_NAMES, type SectionName } from "./section-states.ts";

/** The command that the agent runs for each section: running it manually shows the whole error. */
const QUESTIONS: Record<SectionName, string> = {
  host: "Get-VMHost; Get-CimInstance Win32_OperatingSystem",
  physicalAdapters:
    "Get-NetAdapter -Physical; Get-NetAdapterSriov; Get-NetAdapterVmq; Get-NetAdapterRdma; Get-NetAdapterRss",
  switches: "Get-VMSwitch | Get-VMSwitchExtension",
  hostAdapters: "Get-VMNetworkAdapter -ManagementOS",
  teams: "Get-NetLbfoTeam",
  smb: "Get-SmbServerConfiguration; Get-SmbClientConfiguration; Get-SmbMultichannelConnection",
  vms: "Get-VM | Get-VMIntegrationService",
};

/**
 * `host.sections-failed`: what the agent failed to read. Skipped sections are not failures. VMs are the whole point of
 * a report, so failing to read them is worse, unless missing rights explain it: that is a separate finding.
 */
export function sectionsFailed(input: HostJudgementInput): Outcome {
  const failed = namedSectionStates(input.sections, input.unread).filter(({ status }) => status === "failed");
  if (failed.length === 0) return { status: "ok" };

  const hasNoVms = failed.some(({ name }) => name === "vms");
  const rights = agentRights(input);
  const isExplained = rights.status === "finding" && rights.severity === "critical";
  const names = failed.map(({ name }) => name);
  const remedies = names.map(ask);
  if (hasNoVms) remedies.push(restartManagement());
  return {
    status: "finding",
    severity: hasNoVms && !isExplained ? "critical" : "warning",
    summary: `The agent could not read ${names.length} of ${SECTION_NAMES.length} sections: ${names.join(", ")}.`,
    evidence: failed.map(({ name, error }) => {
      return { name: `Section ${name}`, value: error ?? "failed", decides: true };
    }),
    remedies,
  };
}

function ask(name: SectionName): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: QUESTIONS[name],
    cost: "nothing",
    note: `Reads what the section ${name} contains. Run it under the agent's account to see the same error.`,
  };
}

function restartManagement(): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: "Get-Service vmms; Restart-Service vmms",
    cost: "VMs keep running; migrations, backups and exports in progress fail",
    note: "Use this if the Hyper-V management service is stopped or hangs. Try the command above first.",
  };
}
