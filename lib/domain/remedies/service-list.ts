import type { Remedy } from "../judgement.ts";
import { onHost } from "./host-command.ts";
import { selectVm } from "./host-switch.ts";

/** Lists the services of a VM, or shows why they cannot be listed. */
export function listServicesOnHost(vmId: string): Remedy {
  return onHost(
    `${selectVm(vmId)} | Get-VMIntegrationService`,
    "nothing",
    "Shows the error that kept the agent from reading them. If there is none, run it as the agent's account.",
  );
}
