import type { HostFacts } from "../facts.ts";
import {
  createWithIov,
  mendPlatform,
  replaceLbfoTeam,
  showForwardingExtensions,
  showSwitchUse,
} from "../remedies/virtual-switch.ts";
import { allOf, holds, type RungDefinition, type RungStatus } from "./ladder.ts";
import type { SwitchPath } from "./path.ts";

/** Requirements of a switch, the same for every VM on it. */
type SwitchRung = RungDefinition<SwitchPath>;

export const platformSupportsIov: RungDefinition<HostFacts> = {
  key: "platform-iov",
  title: "The host's processor, chipset and firmware support SR-IOV",
  check: ({ hyperv }) => holds(hyperv?.iovSupport ?? null),
  evidence: ({ hyperv }) => [
    { name: "host.iovSupport", value: hyperv?.iovSupport ?? null },
    ...(hyperv?.iovSupportReasons ?? []).map((value) => ({ name: "host.iovSupportReasons", value })),
  ],
  remedy: mendPlatform,
};

export const onExternalSwitch: SwitchRung = {
  key: "switch-external",
  title: "The switch is external (bound to a physical adapter)",
  check({ facts, uplink }) {
    if (uplink === "none") return "not-applicable";
    return facts.switchType === "External" ? "pass" : "unknown";
  },
  evidence: ({ facts }) => [
    { name: "switch.name", value: facts.name },
    { name: "switch.switchType", value: facts.switchType },
  ],
  remedy: () => null,
};

export const notOnLbfo: SwitchRung = {
  key: "no-lbfo",
  title: "The switch is not bound to an LBFO team",
  check({ uplink }) {
    if (uplink === "lbfo") return "fail";
    if (uplink === "none") return "not-applicable";
    return uplink === "unknown" ? "unknown" : "pass";
  },
  evidence: ({ uplink, team, members }) => [
    { name: "switch.uplink", value: uplink },
    ...(team ? [{ name: "team.name", value: team.name }] : []),
    { name: "physicalAdapters", value: members.map(({ name }) => name).join(", ") },
  ],
  remedy: ({ facts }) => replaceLbfoTeam(facts),
};

export const inIovMode: SwitchRung = {
  key: "switch-iov",
  title: "The switch is external and was created with SR-IOV",
  check: (path) =>
    allOf([onExternalSwitch.check(path), holds(path.facts.iovEnabled), holds(path.facts.iovSupport)]),
  evidence: ({ facts }) => [
    { name: "switch.name", value: facts.name },
    { name: "switch.switchType", value: facts.switchType },
    { name: "switch.iovEnabled", value: facts.iovEnabled },
    { name: "switch.iovSupport", value: facts.iovSupport },
    ...(facts.iovSupportReasons ?? []).map((value) => ({ name: "switch.iovSupportReasons", value })),
  ],
  remedy: ({ facts }) => createWithIov(facts),
};

export const functionsLeft: SwitchRung = {
  key: "virtual-functions-left",
  title: "The switch has a free virtual function",
  check: ({ facts }) =>
    facts.iovEnabled === false
      ? "not-applicable"
      : left(facts.iovVirtualFunctionCount, facts.iovVirtualFunctionsInUse),
  evidence: ({ facts }) => [
    { name: "switch.iovVirtualFunctionCount", value: facts.iovVirtualFunctionCount },
    { name: "switch.iovVirtualFunctionsInUse", value: facts.iovVirtualFunctionsInUse },
  ],
  remedy: ({ facts }) => showSwitchUse(facts),
};

export const queuesLeft: SwitchRung = {
  key: "vm-queues-left",
  title: "The switch has a free VMQ queue",
  check: ({ facts }) => left(facts.availableVMQueues, facts.numberVmqAllocated),
  evidence: ({ facts }) => [
    { name: "switch.availableVMQueues", value: facts.availableVMQueues },
    { name: "switch.numberVmqAllocated", value: facts.numberVmqAllocated },
  ],
  remedy: ({ facts }) => showSwitchUse(facts),
};

/** A virtual function bypasses any forwarding extension; filter and capture extensions only do not see its traffic. */
export const noForwardingExtension: SwitchRung = {
  key: "switch-extensions",
  title: "No extension replaces the switch's own forwarding",
  check: ({ facts }) => (facts.extensions ? allOf(["pass", ...facts.extensions.map(isHarmless)]) : "unknown"),
  evidence: ({ facts }) => [
    ...(facts.extensions ?? [])
      .filter((extension) => isHarmless(extension) !== "pass")
      .map(({ name }) => ({ name: "switch.extension", value: name })),
    { name: "switch.extensions", value: facts.extensions?.length ?? null },
  ],
  remedy: ({ facts }) => showForwardingExtensions(facts),
};

const NOT_FORWARDING: ReadonlySet<string> = new Set(["Capture", "Filter", "Monitoring", "Native"]);

function isHarmless({
  type,
  enabled,
  running,
}: NonNullable<SwitchPath["facts"]["extensions"]>[number]): RungStatus {
  if (enabled === false || running === false || (type !== null && NOT_FORWARDING.has(type))) return "pass";
  return type === "Forwarding" && enabled === true && running === true ? "fail" : "unknown";
}

function left(all: number | null, used: number | null): RungStatus {
  if (all === 0) return "fail";
  return holds(all === null || used === null ? null : all > used);
}
