import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

/** Nothing in the guest responds, so the console is the only access. */
export function openConsole(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `vmconnect.exe localhost -G ${vmId}`,
    cost: "nothing",
    note: "Shows the console: no OS, an installer, a stop error, or a sign-in that hangs.",
  };
}

export function resetVm(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Restart-VM -Force`,
    cost: "a hard reset of the guest: unsaved data is lost",
    note: "Use only if the console shows that the guest does not recover by itself.",
  };
}
