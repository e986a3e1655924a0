import type { Guest } from "../guest/recognise-guest.ts";
import type { Remedy } from "../judgement.ts";
import type { ComponentReading } from "../services/component-reading.ts";
import type { ComponentKey } from "../words.ts";
import { startInFreebsd } from "./freebsd-guest.ts";
import { enableOnHost } from "./host-switch.ts";
import { LAST_HOST_WITH_DISK, updateFromHostDisk } from "./integration-services-disk.ts";
import { isDaemonKey, loadLinuxModule, showLinuxKernel, startLinuxDaemon } from "./linux-guest.ts";
import { openConsole, resetVm } from "./silent-guest.ts";
import { listMissingUpdates, readWindowsLog, restartInWindows, startInWindows } from "./windows-guest.ts";

/** Possible fixes for a reading, for the guest's OS; for each OS if the guest is not known. */
export function guestRemedies(
  key: ComponentKey,
  problem: ComponentReading | "silent",
  guest: Guest,
  { vmId, hostBuild }: { vmId: string; hostBuild: number | null },
): Remedy[] {
  const fromDisk = comesFromHostDisk(guest, hostBuild) ? updateFromHostDisk(vmId) : null;
  switch (problem) {
    case "works":
    case "works-with-older-protocol":
    case "unreported":
    case "strange":
      return [];
    case "off":
      return [enableOnHost(key, vmId)];
    case "silent":
      return [openConsole(vmId), resetVm(vmId)];
    case "application-critical":
    case "application-timed-out":
    case "application-failed":
      return [readWindowsLog()];
    case "degraded":
    case "mismatch":
    case "incompatible":
      return bySystem(
        guest,
        () => fromDisk ?? [listMissingUpdates()],
        () => [showLinuxKernel()],
        () => [startInFreebsd(key)],
      );
    case "error":
    case "lost":
      return bySystem(
        guest,
        () => [restartInWindows(key)],
        (linux) => startInLinux(key, linux),
        () => [startInFreebsd(key)],
      );
    case "no-contact":
      return bySystem(
        guest,
        () => [startInWindows(key), ...(fromDisk ?? [])],
        (linux) => startInLinux(key, linux),
        () => [startInFreebsd(key)],
      );
  }
}

/** Windows 10 and Server 2016 include their own components, whatever the host. */
const FIRST_GUEST_OF_ITS_OWN = 10240;

function comesFromHostDisk(guest: Guest, hostBuild: number | null): boolean {
  if (hostBuild === null || hostBuild > LAST_HOST_WITH_DISK) return false;
  return guest.family === "unknown" || (guest.family === "windows" && guest.build < FIRST_GUEST_OF_ITS_OWN);
}

type Linux = Extract<Guest, { family: "linux" }>;

function bySystem(
  guest: Guest,
  windows: () => Remedy[],
  linux: (guest: Linux | null) => Remedy[],
  freebsd: () => Remedy[],
): Remedy[] {
  switch (guest.family) {
    case "windows":
      return windows();
    case "linux":
      return linux(guest);
    case "freebsd":
      return freebsd();
    case "unknown":
      return [...windows(), ...linux(null), ...freebsd()];
  }
}

function startInLinux(key: ComponentKey, guest: Linux | null): Remedy[] {
  return isDaemonKey(key) ? startLinuxDaemon(key, guest) : [loadLinuxModule()];
}
