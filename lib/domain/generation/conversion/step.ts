import type { Remedy } from "../../judgement.ts";
import { selectVm } from "../../remedies/host-switch.ts";

/** One step of a conversion. Shown, never run. */
export interface ConversionStep {
  title: string;
  runOn: "host" | "guest";
  shell: "powershell" | "bash";
  command: string;
  /** The effect on the VM's users. Never empty. */
  outage: string;
  note: string;
}

export const NO_OUTAGE = "none";
export const STILL_DOWN = "the VM is down";

export function onHost(title: string, command: string, outage: string, note: string): ConversionStep {
  return { title, runOn: "host", shell: "powershell", command, outage, note };
}

export function fromRemedy(
  title: string,
  { runOn, shell, command, note }: Remedy,
  outage: string,
): ConversionStep {
  return { title, runOn, shell, command, outage, note };
}

/**
 * The new VM is found by the name that the plan gave it: its id does not exist yet. If several have that name, the
 * newest is taken; otherwise the command would change an unrelated VM as well.
 */
export function withBoth(vmId: string, command: string): string {
  const find = `Get-VM | Where-Object Name -EQ "$($old.Name)-gen2" | Sort-Object CreationTime | Select-Object -Last 1`;
  return `$old = ${selectVm(vmId)}; $new = ${find}; ${command}`;
}
