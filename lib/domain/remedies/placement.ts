import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

/** For each of the hosts that list the VM: which copy is the right one is for people to say. */
export function listEverywhere(vmId: string): Remedy[] {
  return [
    {
      runOn: "host",
      shell: "powershell",
      platform: null,
      command: `${selectVm(vmId)} | Format-List Name, State, Uptime, CreationTime, Path, ReplicationMode`,
      cost: "nothing",
      note: "On each of the hosts. A copy that is to live gets an id of its own by Import-VM with -Copy -GenerateNewId.",
    },
  ];
}
