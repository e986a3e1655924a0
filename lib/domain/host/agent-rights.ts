import type { HostJudgementInput, Outcome, Remedy } from "../judgement.ts";

/** Built-in groups by SID, because their names are localized. */
const HYPERV_ADMINISTRATORS = "S-1-5-32-578";
const ADMINISTRATORS = "S-1-5-32-544";

/**
 * `host.agent-rights`: without the right to see VMs, Hyper-V returns none and no error, so an empty list proves
 * nothing. VMs in the report prove the right, regardless of the flag. Without administrator rights, some parts are
 * unread.
 */
export function agentRights({ host, vmCount }: Pick<HostJudgementInput, "host" | "vmCount">): Outcome {
  const rights = host.rights;
  const seesVms = vmCount > 0 ? true : (rights?.hyperv ?? null);
  const isAdministrator = rights?.administrator ?? null;

  if (seesVms === false)
    return {
      status: "finding",
      severity: "critical",
      summary:
        "The agent is not permitted to see this host's VMs, so its reports contain no information about them.",
      evidence: [
        { name: "Hyper-V rights", value: false, decides: true },
        { name: "Administrator rights", value: isAdministrator },
        { name: "VMs reported", value: vmCount },
      ],
      remedies: [
        showAccount(),
        join(ADMINISTRATORS, "Administrators: lets the agent read everything that it reports."),
        join(
          HYPERV_ADMINISTRATORS,
          "Hyper-V Administrators: sufficient for VMs, but not for adapters and SMB.",
        ),
      ],
    };
  if (isAdministrator === false)
    return {
      status: "finding",
      severity: "info",
      summary: "The agent does not run as administrator, so some sections cannot be read.",
      evidence: [
        { name: "Administrator rights", value: false, decides: true },
        { name: "Hyper-V rights", value: rights?.hyperv ?? null },
        { name: "VMs reported", value: vmCount },
      ],
      remedies: [
        showAccount(),
        join(ADMINISTRATORS, "Administrators. The built-in SYSTEM account needs no group membership."),
      ],
    };
  return { status: seesVms === null || isAdministrator === null ? "unknown" : "ok" };
}

function showAccount(): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: "(Get-ScheduledTask -TaskName 'Innkeeper*').Principal | Format-List UserId, LogonType, RunLevel",
    cost: "nothing",
    note: "Shows the agent's account and whether it runs with the highest privileges (RunLevel).",
  };
}

function join(group: string, note: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `Add-LocalGroupMember -SID ${group} -Member '<account of the agent>'`,
    cost: "nothing; takes effect the next time the agent starts",
    note,
  };
}
