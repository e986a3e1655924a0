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

/** These need another guest, not another VM. */
const NEEDS_NEW_GUEST: ReadonlySet<string> = new Set(["G1", "G2"]);

/**
 * From the last look to the new VM that serves: first what costs nothing, then one outage. Empty where the guest's
 * system itself is what stands in the way.
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
      ? [copying("Copy the physical boot disk into a VHDX", remedies.copyPassThroughDisk(vm.id))]
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
  return fromRemedy(title, remedy, "the VM stays down for as long as its disk takes to copy");
}

function findGuest(vmId: string): ConversionStep {
  return fromRemedy("Find out what runs in the VM", remedies.showGuestSystem(vmId), NO_OUTAGE);
}

function moveToNewerHost(vmId: string): ConversionStep {
  return onHost(
    "Move the VM to a host of Windows Server 2012 R2 or later",
    `${selectVm(vmId)} | Export-VM -Path (Get-VMHost).VirtualMachinePath`,
    "the VM is down from its last shutdown here to its start there",
    "Import the export on the newer host, and go on there.",
  );
}

function exportVm(vmId: string): ConversionStep {
  return onHost(
    "Keep a way back",
    withVm(vmId, "Export-VM -VM $vm -Path (Join-Path $vm.Path 'before-generation-2')"),
    NO_OUTAGE,
    "A backup does as well. The room of all its disks is needed; what changes after this is not in it.",
  );
}

function mergeFirst({ vm }: GenerationScene): ConversionStep {
  const hasCheckpoints = (vm.checkpoints?.count ?? 0) > 0;
  return hasCheckpoints
    ? fromRemedy("Merge the checkpoints", remedies.mergeCheckpoints(vm.id), NO_OUTAGE)
    : fromRemedy("Look at the chain of disks", remedies.mergeChain(vm.id), NO_OUTAGE);
}

function ejectMedia({ vm }: GenerationScene): ConversionStep[] {
  const hasDvd = vm.dvdDrives?.some(({ mediaType }) => mediaType === "PassThrough") ?? false;
  return [
    ...(vm.floppyPath ? [fromRemedy("Eject the floppy", remedies.ejectFloppy(vm.id), NO_OUTAGE)] : []),
    ...(hasDvd
      ? [fromRemedy("Let go of the physical DVD drive", remedies.ejectPhysicalDvd(vm.id), NO_OUTAGE)]
      : []),
  ];
}

function writeDown(vmId: string): ConversionStep {
  return fromRemedy("Write the COM ports down", remedies.listComPorts(vmId), NO_OUTAGE);
}

function endReplication(vmId: string): ConversionStep {
  return fromRemedy(
    "End the replication",
    remedies.removeReplication(vmId),
    "none; no replica until it is set up again",
  );
}

function shutDown(vmId: string): ConversionStep {
  return onHost(
    "Shut the VM down",
    `${selectVm(vmId)} | Stop-VM`,
    "the VM is down from here",
    "From here to its start, minutes where no disk has to be copied.",
  );
}

function startVm(vmId: string): ConversionStep {
  return onHost(
    "Start it, and look",
    withBoth(vmId, "Start-VM -VM $new"),
    "ends when the guest answers",
    "Way back: import the export, or leave the new VM off and start the old one where its boot disk was copied.",
  );
}

function replicateAgain(vmId: string): ConversionStep {
  return onHost(
    "Set replication up again",
    withBoth(vmId, "Get-VMReplication -VM $new"),
    NO_OUTAGE,
    "Enable-VMReplication for the new VM, with the replica server of before; the first copy goes over the wire once more.",
  );
}

function backUpAndRetire(vmId: string): ConversionStep {
  return onHost(
    "Back the new VM up, and retire the old one",
    withBoth(
      vmId,
      'Rename-VM -VM $old -NewName "$($old.Name)-gen1"; Rename-VM -VM $new -NewName ($new.Name -replace "-gen2$")',
    ),
    NO_OUTAGE,
    "Its backups begin anew under the new id. When it has served for a while, Remove-VM takes the old one away and leaves disks alone.",
  );
}
