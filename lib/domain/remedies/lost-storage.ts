import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

export function listDisks(vmId: string): Remedy {
  return {
    runOn: "host",
    shell: "powershell",
    platform: null,
    command: `${selectVm(vmId)} | Get-VMHardDiskDrive | Select-Object Path, @{ n = 'Reachable'; e = { Test-Path -LiteralPath $_.Path } }`,
    cost: "nothing",
    note: "Shows which disk cannot be reached. Then look for free space on its volume; the VM goes on by itself when the storage is back.",
  };
}
