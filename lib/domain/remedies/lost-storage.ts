import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

export function listDisks(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Get-VMHardDiskDrive | Select-Object Path, @{ n = 'Reachable'; e = { Test-Path -LiteralPath $_.Path } }`,
    cost: "nothing",
    note: "Shows which disk cannot be reached. Then check its volume for free space; the VM resumes by itself when the storage is back.",
  };
}
