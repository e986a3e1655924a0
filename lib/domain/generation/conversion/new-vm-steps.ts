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
    "Create a generation 2 VM with the boot disk",
    command,
    STILL_DOWN,
    "The new VM gets the old name with -gen2 to avoid confusion; rename it at the end. Set limits, weights and reservations again manually.",
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
    "In their order, without the boot disk. Drive letters stay with the volumes.",
  );
}

export function connectAdapters({ vm }: GenerationScene): ConversionStep {
  const hasStatic = vm.adapters?.some(({ dynamicMacAddress }) => dynamicMacAddress === false) ?? false;
  return onHost(
    "Add the network adapters",
    withBoth(
      vm.id,
      "Get-VMNetworkAdapter -VM $new | Remove-VMNetworkAdapter; Get-VMNetworkAdapter -VM $old | ForEach-Object { $adapter = Add-VMNetworkAdapter -VM $new -Name $_.Name -StaticMacAddress $_.MacAddress -Passthru; if ($_.SwitchName) { Connect-VMNetworkAdapter -VMNetworkAdapter $adapter -SwitchName $_.SwitchName }; $vlan = Get-VMNetworkAdapterVlan -VMNetworkAdapter $_; if ($vlan.OperationMode -eq 'Access') { Set-VMNetworkAdapterVlan -VMNetworkAdapter $adapter -Access -VlanId $vlan.AccessVlanId } }",
    ),
    STILL_DOWN,
    hasStatic
      ? "Keeps the MAC addresses, on which reservations and licences may depend. Windows still detects new adapters: set static addresses again."
      : "Keeps the MAC addresses for DHCP reservations. Windows still detects new adapters: set static addresses again.",
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
      ? "If the guest stops at the firmware, it is not signed for the template: set Secure Boot to Off."
      : "This guest is not known to start under Secure Boot.",
  );
}

export function addTpm({ vm, hostBuild, guest: { system } }: GenerationScene): ConversionStep[] {
  if (system.family !== "windows" || hostBuild === null || hostBuild < SERVER_2016) return [];
  const command = "Set-VMKeyProtector -VM $new -NewLocalKeyProtector; Enable-VMTPM -VM $new";
  return [onHost("Add a virtual TPM", withBoth(vm.id, command), STILL_DOWN, turnOnVtpm(vm.id).note)];
}

export function moveClusterRole(vmId: string): ConversionStep {
  return onHost(
    "Replace the old VM with the new one in the cluster",
    withBoth(
      vmId,
      "Get-ClusterGroup -VMId $old.Id | Remove-ClusterGroup -RemoveResources -Force; Add-ClusterVirtualMachineRole -VMId $new.Id",
    ),
    STILL_DOWN,
    "Removes the old VM from the cluster and leaves it on this host. Set owners, priority and start order again.",
  );
}

/** The place where the previous step left it, as a PowerShell expression. */
function newBootDiskPath(disk: BootDisk): string {
  if (typeof disk !== "string") {
    if (disk.diskNumber !== null) return "(Join-Path $vm.Path 'boot.vhdx')";
    if (disk.vhdFormat === "VHD") return "([IO.Path]::ChangeExtension($disk.Path, 'vhdx'))";
  }
  return "$disk.Path";
}
