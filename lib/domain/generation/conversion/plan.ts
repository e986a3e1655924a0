import type { Remedy } from "../../judgement.ts";
import * as remedies from "../../remedies/conversion.ts";
import { withVm } from "../../remedies/host-command.ts";
import { selectVm } from "../../remedies/host-switch.ts";
import type { GenerationScene } from "../generation-scene.ts";
import type { ConversionCheckVerdict } from "./check.ts";
import {
  convertInside,
  convertOffline,
  lookInside,
  resumeEncryption,
  suspendEncryption,
} from "./guest-steps.ts";
import {
  addTpm,
  connectAdapters,
  createVm,
  moveClusterRole,
  moveDisks,
  setSecureBoot,
} from "./new-vm-steps.ts";
import { type ConversionStep, fromRemedy, NO_OUTAGE, onHost, STILL_DOWN, withBoth } from "./step.ts";

/** These require another guest, not another VM. */
const NEEDS_NEW_GUEST: ReadonlySet<string> = new Set(["G1", "G2"]);

/**
 * From the last check to the new VM in service: first everything without impact, then one outage. Empty if the guest's
 * OS itself blocks the move.
 */
export function conversionPlan(
  scene: GenerationScene,
  checks: readonly ConversionCheckVerdict[],
): ConversionStep[] {
  const status = new Map(checks.map((check) => [check.key, check.status]));
  if (checks.some((check) => check.status === "block" && NEEDS_NEW_GUEST.has(check.key))) return [];
  const { vm, guest } = scene;
  const todo = (key: string) => status.get(key) === "caution" || status.get(key) === "block";
  const isReplicated = todo("G14");
  return [
    ...(guest.system.family === "unknown" ? [findGuest(vm.id)] : []),
    ...(todo("G15") ? [moveToNewerHost(vm.id)] : []),
    ...lookInside(checks),
    exportVm(vm.id),
    ...(todo("G7") ? [mergeFirst(scene)] : []),
    ...(todo("G9") ? ejectMedia(scene) : []),
    ...(todo("G10") ? [writeDown(vm.id)] : []),
    ...(isReplicated ? [endReplication(vm.id)] : []),
    ...suspendEncryption(guest.system),
    ...convertInside(guest.system),
    shutDown(vm.id),
    ...convertOffline(guest.system, vm.id),
    ...(todo("G13") ? [offline("Remove the RemoteFX adapter", remedies.removeRemoteFx(vm.id))] : []),
    ...(todo("G11") ? [offline("Remove the key storage drive", remedies.removeKeyStorageDrive(vm.id))] : []),
    ...(todo("G6")
      ? [copying("Copy the physical boot disk to a VHDX", remedies.copyPassThroughDisk(vm.id))]
      : todo("G5")
        ? [copying("Convert the boot disk to VHDX", remedies.convertToVhdx(vm.id))]
        : []),
    createVm(scene),
    moveDisks(vm.id),
    connectAdapters(scene),
    setSecureBoot(scene),
    ...addTpm(scene),
    ...(vm.isClustered === true ? [moveClusterRole(vm.id)] : []),
    startVm(vm.id),
    ...resumeEncryption(guest.system),
    ...(isReplicated ? [replicateAgain(vm.id)] : []),
    backUpAndRetire(vm.id),
  ];
}

function offline(title: string, remedy: Remedy): ConversionStep {
  return fromRemedy(title, remedy, STILL_DOWN);
}

function copying(title: string, remedy: Remedy): ConversionStep {
  return fromRemedy(title, remedy, "the VM is down while its disk is copied");
}

function findGuest(vmId: string): ConversionStep {
  return fromRemedy("Find out which OS runs in the VM", remedies.showGuestSystem(vmId), NO_OUTAGE);
}

function moveToNewerHost(vmId: string): ConversionStep {
  return onHost(
    "Move the VM to a host running Windows Server 2012 R2 or later",
    `${selectVm(vmId)} | Export-VM -Path (Get-VMHost).VirtualMachinePath`,
    "the VM is down from its shutdown here until its start there",
    "Import the exported VM on the newer host and continue there.",
  );
}

function exportVm(vmId: string): ConversionStep {
  return onHost(
    "Create a fallback copy",
    withVm(vmId, "Export-VM -VM $vm -Path (Join-Path $vm.Path 'before-generation-2')"),
    NO_OUTAGE,
    "A backup works as well. This needs as much space as all the VM's disks; later changes are not included.",
  );
}

function mergeFirst({ vm }: GenerationScene): ConversionStep {
  const hasCheckpoints = (vm.checkpoints?.count ?? 0) > 0;
  return hasCheckpoints
    ? fromRemedy("Merge the checkpoints", remedies.mergeCheckpoints(vm.id), NO_OUTAGE)
    : fromRemedy("Check the chain of disks", remedies.mergeChain(vm.id), NO_OUTAGE);
}

function ejectMedia({ vm }: GenerationScene): ConversionStep[] {
  const hasDvd = vm.dvdDrives?.some(({ mediaType }) => mediaType === "PassThrough") ?? false;
  return [
    ...(vm.floppyPath ? [fromRemedy("Eject the floppy disk", remedies.ejectFloppy(vm.id), NO_OUTAGE)] : []),
    ...(hasDvd
      ? [fromRemedy("Release the physical DVD drive", remedies.ejectPhysicalDvd(vm.id), NO_OUTAGE)]
      : []),
  ];
}

function writeDown(vmId: string): ConversionStep {
  return fromRemedy("Record the COM ports", remedies.listComPorts(vmId), NO_OUTAGE);
}

function endReplication(vmId: string): ConversionStep {
  return fromRemedy(
    "Stop replication",
    remedies.removeReplication(vmId),
    "none; no replica until it is set up again",
  );
}

function shutDown(vmId: string): ConversionStep {
  return onHost(
    "Shut the VM down",
    `${selectVm(vmId)} | Stop-VM`,
    "the VM is down from here",
    "Until the new VM starts: minutes if no disk has to be copied.",
  );
}

function startVm(vmId: string): ConversionStep {
  return onHost(
    "Start the new VM and check it",
    withBoth(vmId, "Start-VM -VM $new"),
    "ends when the guest responds",
    "To go back: import the exported VM, or, if the boot disk was copied, leave the new VM off and start the old one.",
  );
}

function replicateAgain(vmId: string): ConversionStep {
  return onHost(
    "Set up replication again",
    withBoth(vmId, "Get-VMReplication -VM $new"),
    NO_OUTAGE,
    "Run Enable-VMReplication for the new VM with the previous replica server; the initial copy is sent again.",
  );
}

function backUpAndRetire(vmId: string): ConversionStep {
  return onHost(
    "Back up the new VM and retire the old one",
    withBoth(
      vmId,
      'Rename-VM -VM $old -NewName "$($old.Name)-gen1"; Rename-VM -VM $new -NewName ($new.Name -replace "-gen2$")',
    ),
    NO_OUTAGE,
    "Its backups start over under the new id. After a while in service, use Remove-VM to remove the old VM; it leaves the disks in place.",
  );
}
