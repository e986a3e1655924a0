import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

/** For each of the hosts that list the VM: which copy is the right one is for people to decide. */
export function listEverywhere(vmId: string): Remedy[] {
  return [
    {
      runOn: "host",
      shell: "powershell",
      platform: null,
      command: `${selectVm(vmId)} | Format-List Name, State, Uptime, CreationTime, Path, ReplicationMode`,
      cost: "nothing",
      note: "Run on each of the hosts. To keep a copy, give it its own id with Import-VM -Copy -GenerateNewId.",
    },
  ];
}
