import type { Remedy } from "../judgement.ts";
import { selectVm } from "./host-switch.ts";

/** Server 2012 R2: the last host that includes integration services for its guests; later ones rely on Windows Update. */
export const LAST_HOST_WITH_DISK = 9600;

/** The disk contains missing components as well as newer ones. */
export function updateFromHostDisk(vmId: string): Remedy[] {
  return [
    {
      runOn: "host",
      shell: "powershell",
      platform: null,
      command: `${selectVm(vmId)} | Get-VMDvdDrive | Select-Object -First 1 | Set-VMDvdDrive -Path "$env:SystemRoot\\System32\\vmguest.iso"`,
      cost: "nothing; a disk in the drive is ejected",
      note: "Inserts the host's integration services disk into the VM's drive. Then run the command in the guest.",
    },
    {
      runOn: "guest",
      shell: "powershell",
      platform: "Windows",
      command:
        'Get-WmiObject Win32_CDROMDrive | Where-Object { $_.MediaLoaded } | ForEach-Object { & "$($_.Drive)\\support\\amd64\\setup.exe" /quiet /norestart }',
      cost: "a reboot of the guest",
      note: "Run as administrator. For a 32-bit guest, use the folder x86 instead of amd64.",
    },
  ];
}
