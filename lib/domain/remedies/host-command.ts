import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

export const VM_OFF = "an outage of the VM: it must be off";

export function onHost(command: string, cost: string, note: string): Remedy {
  return { runOn: "host", shell: "powershell", platform: null, command, cost, note };
}

/** For commands that need the VM twice; the variable keeps the VM's name out of the command. */
export function withVm(vmId: string, command: string): string {
  return `$vm = ${selectVm(vmId)}; ${command}`;
}
