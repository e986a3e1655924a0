import { compareVmVersions } from "../common-vm-version.ts";
import type { GenerationScene } from "./generation-scene.ts";

/** The first builds of Windows 10 and of each Windows Server. */
export const WINDOWS_10 = 10240;
export const SERVER_2016 = 14393;
export const SERVER_2019 = 17763;
export const SERVER_2022 = 20348;
export const SERVER_2025 = 26100;

export interface Requirement {
  configurationVersion: string;
  hostBuild: number;
}

export type Shortcoming = "version-too-old" | "host-too-old" | "version-unread" | "host-unread";

/** The part of a requirement that is missing or was not read, missing first; `null` if all of it is met. */
export function shortcomingOf({ vm, hostBuild }: GenerationScene, needed: Requirement): Shortcoming | null {
  const isVersionHeld = isAtLeast(vm.configurationVersion, needed.configurationVersion);
  if (hostBuild !== null && hostBuild < needed.hostBuild) return "host-too-old";
  if (isVersionHeld === false) return "version-too-old";
  if (isVersionHeld === null) return "version-unread";
  return hostBuild === null ? "host-unread" : null;
}

/** `null` if the version was not read, or is not a version. */
export function isAtLeast(version: string | null, least: string): boolean | null {
  const order = version === null ? null : compareVmVersions(version, least);
  return order === null ? null : order >= 0;
}
