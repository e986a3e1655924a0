import { nameOf } from "../guest/guest-os-name.ts";
import type { Evidence } from "../judgement.ts";
import type { BootDisk } from "./boot-disk.ts";
import type { GenerationScene } from "./generation-scene.ts";
import type { Requirement } from "./requirement.ts";

export function toldGeneration({ vm }: GenerationScene): Evidence {
  return { name: "generation", value: vm.generation };
}

export function toldVersion({ vm }: GenerationScene): Evidence {
  return { name: "configurationVersion", value: vm.configurationVersion };
}

/** Evidence of what would be required, next to what is there. */
export function toldNeeds({ configurationVersion, hostBuild }: Requirement): Evidence[] {
  return [
    { name: "neededConfigurationVersion", value: configurationVersion },
    { name: "neededHostBuild", value: hostBuild },
  ];
}

export function toldHostBuild({ hostBuild }: GenerationScene): Evidence {
  return { name: "host.os.build", value: hostBuild };
}

export function toldSecureBoot({ vm }: GenerationScene): Evidence {
  return { name: "firmware.secureBoot", value: vm.firmware?.secureBoot ?? null };
}

/** The guest's OS, and since when it is only the last known one. */
export function toldGuest({ guest }: GenerationScene): Evidence[] {
  const { system, lastToldAt } = guest;
  const evidence: Evidence[] = [{ name: "guest", value: nameOf(system) }];
  if (system.family === "windows") evidence.push({ name: "guest.osBuildNumber", value: system.build });
  if (lastToldAt !== null) evidence.push({ name: "lastKnownAt", value: lastToldAt });
  return evidence;
}

export function toldBootDisk(disk: BootDisk): Evidence[] {
  if (disk === "none" || disk === "unread")
    return [{ name: "bootDisk", value: disk === "none" ? "none" : null }];
  const { path, controllerType, controllerNumber, controllerLocation } = disk;
  return [
    { name: "bootDisk", value: path },
    { name: "bootDisk.position", value: `${controllerType} ${controllerNumber}:${controllerLocation}` },
  ];
}
