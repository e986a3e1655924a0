import { SELECT_IDE_BOOT_DISK } from "../../remedies/conversion.ts";
import { turnOnVtpm } from "../../remedies/generation-2.ts";
import { selectVm } from "../../remedies/host-switch.ts";
import { type BootDisk, bootDiskOf } from "../boot-disk.ts";
import type { GenerationScene } from "../generation-scene.ts";
import { SERVER_2016, WINDOWS_10 } from "../requirement.ts";
import { type ConversionStep, onHost, STILL_DOWN, withBoth } from "./step.ts";

export function createVm(scene: GenerationScene): ConversionStep {
  const hasTypes = scene.hostBuild === null || scene.hostBuild >= WINDOWS_10;
  const checkpointType = hasTypes ? " -CheckpointType $vm.CheckpointType" : "";
  const command = [
    `$vm = ${selectVm(scene.vm.id)}`,
    `$disk = ${SELECT_IDE_BOOT_DISK}`,
    `$new = New-VM -Name "$($vm.Name)-gen2" -Generation 2 -MemoryStartupBytes $vm.MemoryStartup -VHDPath ${newBootDiskPath(bootDiskOf(scene))} -Path $vm.Path`,
    `Set-VM -VM $new -ProcessorCount $vm.ProcessorCount -AutomaticStartAction $vm.AutomaticStartAction -AutomaticStopAction $vm.AutomaticStopAction${checkpointType} -Notes $vm.Notes`,
    "if ($vm.DynamicMemoryEnabled) { Set-VMMemory -VM $new -DynamicMemoryEnabled $true -MinimumBytes $vm.MemoryMinimum -MaximumBytes $vm.MemoryMaximum }",
  ].join("\n");
  return onHost(
    "Create the VM of generation 2 around the boot disk",
    command,
    STILL_DOWN,
    "It gets the old name with -gen2, so that nothing is mistaken; rename it at the end. Limits, weights and reservations are set again by hand.",
  );
}

export function moveDisks(vmId: string): ConversionStep {
  const select =
    "Get-VMHardDiskDrive -VM $old | Sort-Object ControllerType, ControllerNumber, ControllerLocation | Select-Object -Skip 1";
  return onHost(
    "Move the data disks",
    withBoth(
      vmId,
      `${select} | ForEach-Object { $path = $_.Path; $number = $_.DiskNumber; Remove-VMHardDiskDrive -VMHardDiskDrive $_; if ($null -ne $number) { Add-VMHardDiskDrive -VM $new -ControllerType SCSI -DiskNumber $number } else { Add-VMHardDiskDrive -VM $new -ControllerType SCSI -Path $path } }`,
    ),
    STILL_DOWN,
    "In their order, the boot disk left out. Drive letters stay with the volumes.",
  );
}

export function connectAdapters({ vm }: GenerationScene): ConversionStep {
  const hasStatic = vm.adapters?.some(({ dynamicMacAddress }) => dynamicMacAddress === false) ?? false;
  return onHost(
    "Give it its network adapters",
    withBoth(
      vm.id,
      "Get-VMNetworkAdapter -VM $new | Remove-VMNetworkAdapter; Get-VMNetworkAdapter -VM $old | ForEach-Object { $adapter = Add-VMNetworkAdapter -VM $new -Name $_.Name -StaticMacAddress $_.MacAddress -Passthru; if ($_.SwitchName) { Connect-VMNetworkAdapter -VMNetworkAdapter $adapter -SwitchName $_.SwitchName }; $vlan = Get-VMNetworkAdapterVlan -VMNetworkAdapter $_; if ($vlan.OperationMode -eq 'Access') { Set-VMNetworkAdapterVlan -VMNetworkAdapter $adapter -Access -VlanId $vlan.AccessVlanId } }",
    ),
    STILL_DOWN,
    hasStatic
      ? "Keeps the MAC addresses, on which reservations and licences may rest. Windows sees new adapters all the same: set fixed addresses again."
      : "Keeps the MAC addresses, for reservations of DHCP. Windows sees new adapters all the same: set fixed addresses again.",
  );
}

export function setSecureBoot({ vm, hostBuild, guest: { system } }: GenerationScene): ConversionStep {
  const hasTemplates = hostBuild !== null && hostBuild >= SERVER_2016;
  const isOn = system.family === "windows" || (system.family === "linux" && hasTemplates);
  const template = system.family === "windows" ? "MicrosoftWindows" : "MicrosoftUEFICertificateAuthority";
  const choice = isOn ? `On${hasTemplates ? ` -SecureBootTemplate ${template}` : ""}` : "Off";
  return onHost(
    "Set Secure Boot and the boot order",
    withBoth(
      vm.id,
      `Set-VMFirmware -VM $new -EnableSecureBoot ${choice} -FirstBootDevice (Get-VMHardDiskDrive -VM $new | Select-Object -First 1)`,
    ),
    STILL_DOWN,
    isOn
      ? "A guest that stays at the firmware is not signed for the template: Off, and it starts."
      : "This guest is not known to start under Secure Boot.",
  );
}

export function addTpm({ vm, hostBuild, guest: { system } }: GenerationScene): ConversionStep[] {
  if (system.family !== "windows" || hostBuild === null || hostBuild < SERVER_2016) return [];
  const command = "Set-VMKeyProtector -VM $new -NewLocalKeyProtector; Enable-VMTPM -VM $new";
  return [onHost("Give it a virtual TPM", withBoth(vm.id, command), STILL_DOWN, turnOnVtpm(vm.id).note)];
}

export function moveClusterRole(vmId: string): ConversionStep {
  return onHost(
    "Put the new VM into the cluster in place of the old one",
    withBoth(
      vmId,
      "Get-ClusterGroup -VMId $old.Id | Remove-ClusterGroup -RemoveResources -Force; Add-ClusterVirtualMachineRole -VMId $new.Id",
    ),
    STILL_DOWN,
    "Takes the old VM out of the cluster and leaves it on this host. Owners, priority and order of start are set again.",
  );
}

/** Where the step before left it, as PowerShell says it. */
function newBootDiskPath(disk: BootDisk): string {
  if (typeof disk !== "string") {
    if (disk.diskNumber !== null) return "(Join-Path $vm.Path 'boot.vhdx')";
    if (disk.vhdFormat === "VHD") return "([IO.Path]::ChangeExtension($disk.Path, 'vhdx'))";
  }
  return "$disk.Path";
}
