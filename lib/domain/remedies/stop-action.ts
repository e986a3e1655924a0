import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

export function saveAtHostStop(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Set-VM -AutomaticStopAction Save`,
    cost: "as much disk space as the VM has memory",
    note: "The host then saves the VM when it restarts. If the setting is refused while the VM is running, shut the VM down first.",
  };
}
