import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

export function saveAtHostStop(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Set-VM -AutomaticStopAction Save`,
    cost: "disk space as large as the VM's memory",
    note: "The host then saves the VM when it restarts. Where it refuses while the VM runs, shut the VM down first.",
  };
}
