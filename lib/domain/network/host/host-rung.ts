import type { PhysicalAdapterFacts } from "../../facts.ts";
import type { AccelerationStatus } from "../../words.ts";
import { isAtLeast, type RungDefinition } from "../ladder.ts";
import type { SwitchPath } from "../path.ts";
import type { AdapterScene, HostScene } from "./host-scene.ts";

/** A rung of the host: it breaks because a capability is missing, or because of a setting. */
export interface HostRung<Scene> extends RungDefinition<Scene> {
  breaks: "capability" | "setting";
}

/** A rung that depends on one adapter only. */
export function ofAdapter(
  rung: RungDefinition<PhysicalAdapterFacts>,
  breaks: HostRung<AdapterScene>["breaks"],
): HostRung<AdapterScene> {
  return {
    key: rung.key,
    title: rung.title,
    breaks,
    check: ({ adapter }) => rung.check(adapter),
    evidence: ({ adapter }) => rung.evidence(adapter),
    remedy: ({ adapter }) => rung.remedy(adapter),
  };
}

/** A rung that depends on the switch that the adapter carries. */
export function ofSwitch(
  rung: RungDefinition<SwitchPath>,
  breaks: HostRung<AdapterScene>["breaks"],
): HostRung<AdapterScene> {
  return {
    key: rung.key,
    title: rung.title,
    breaks,
    check: ({ path, stack }) => {
      if (path !== null) return rung.check(path);
      return stack === "team" || stack === "tcp-ip" ? "not-applicable" : "unknown";
    },
    evidence: ({ path }) => (path === null ? [{ name: "switch.name", value: null }] : rung.evidence(path)),
    remedy: ({ path }) => (path === null ? null : rung.remedy(path)),
  };
}

export function hostBuildRung<Scene extends { host: HostScene }>(
  least: number,
  since: string,
): HostRung<Scene> {
  return {
    key: "host-build",
    title: `The host runs ${since} or later`,
    breaks: "capability",
    check: ({ host }) => isAtLeast(host.network.hostBuild, least),
    evidence: ({ host }) => [
      { name: "host.os.build", value: host.network.hostBuild },
      { name: "limit", value: least },
    ],
    remedy: () => null,
  };
}

/** Features that are on by default are not requested: only a setting that breaks one can be fixed. */
export function brokenByDefault<Scene>(_scene: Scene, { breaks }: HostRung<Scene>): AccelerationStatus {
  return breaks === "capability" ? "blocked" : "configured";
}

export function idOfAdapter({ adapter }: AdapterScene): { id: string; name: string | null } {
  return { id: adapter.interfaceGuid, name: adapter.name };
}

/** A switch's hardware functions do not apply to an adapter without a switch, one that is down, or a team's own NIC. */
export function settledUnderSwitch(scene: AdapterScene, isInUse: boolean): AccelerationStatus | null {
  const { host, stack, isUp, isTeamNic } = scene;
  if (host.network.isNested || !isUp || isTeamNic) return "not-applicable";
  if (stack === "team" || stack === "tcp-ip") return "not-applicable";
  return isInUse ? "active" : null;
}

/**
 * Whether VMs use something of an adapter: by its own count; if that was unread, by a VM that has it, for which a switch
 * with one adapter leaves no other.
 */
export function isUsedByVms(
  { host, path }: AdapterScene,
  technology: "sr-iov" | "vmq",
  { listed, count }: { listed: boolean | null; count: number | null },
): boolean {
  if (listed === false || count !== null) return (count ?? 0) > 0;
  if (path?.members.length !== 1 || path.isSomeMemberUnread) return false;
  return host.switchUses.get(path.facts.id)?.active.has(technology) === true;
}
