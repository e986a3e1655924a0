import { compareVmVersions } from "../common-vm-version.ts";
import type { GenerationScene } from "./generation-scene.ts";

/** Windows 10 and Windows Server 2016, by their first builds. */
export const WINDOWS_10 = 10240;
export const SERVER_2016 = 14393;
export const SERVER_2019 = 17763;

export interface Requirement {
  configurationVersion: string;
  hostBuild: number;
}

export type Shortcoming = "version-too-old" | "host-too-old" | "version-unread" | "host-unread";

/** What of a requirement is missing or was not read, what is missing first; `null` where all of it holds. */
export function shortcomingOf({ vm, hostBuild }: GenerationScene, needed: Requirement): Shortcoming | null {
  const isVersionHeld = isAtLeast(vm.configurationVersion, needed.configurationVersion);
  if (hostBuild !== null && hostBuild < needed.hostBuild) return "host-too-old";
  if (isVersionHeld === false) return "version-too-old";
  if (isVersionHeld === null) return "version-unread";
  return hostBuild === null ? "host-unread" : null;
}

/** `null` where the version was not read, or is none. */
export function isAtLeast(version: string | null, least: string): boolean | null {
  const order = version === null ? null : compareVmVersions(version, least);
  return order === null ? null : order >= 0;
}
