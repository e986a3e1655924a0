import type { VmDetailRow } from "@/lib/data/read/vms.ts";
import type { VmView } from "@/lib/contract/api/vms.ts";
import { defaultPolicy } from "@/lib/domain/default-policy.ts";
import type { VmFacts } from "@/lib/domain/facts.ts";
import { describeCapabilities } from "@/lib/domain/generation/capabilities.ts";
import { describeConversion } from "@/lib/domain/generation/conversion.ts";
import { networkScene } from "@/lib/domain/network/path.ts";
import { describeVmNetwork } from "@/lib/domain/network/vm/judge-vm-network.ts";
import { vmScene } from "@/lib/domain/vm/vm-scene.ts";
import { ladderAsPast } from "./describe-host.ts";
import type { StoredHostFacts } from "./host-rows.ts";

export type VmDescription = Pick<VmView, "capabilities" | "conversion" | "acceleration">;

/**
 * Details of one VM, computed only on request: capabilities, the conversion plan and every rung. They are derived from the
 * stored facts by the same rules that evaluated them, so that none of this text is stored for every VM.
 */
export function describeVm(row: VmDetailRow, facts: VmFacts, host: StoredHostFacts): VmDescription {
  const scene = vmScene(
    {
      vm: facts,
      host: host.host,
      memory: row.memory,
      placement: row.placement,
      newestCommonVmVersion: null,
      knownRole: row.role,
      policy: defaultPolicy,
      observedAt: row.lastReportedAt,
    },
    row.memory,
  );
  return {
    capabilities: describeCapabilities(scene),
    conversion: describeConversion(scene),
    acceleration: describeVmNetwork(scene, networkScene(host)),
  };
}

/** The last verdicts stay readable as history: while the host is silent, none of them is current. */
export function asPast(
  { capabilities, conversion, acceleration }: VmDescription,
  said: string,
): VmDescription {
  return {
    capabilities: capabilities.map((capability) => ({
      ...capability,
      status: "unknown",
      summary: `Unknown: ${said}. The previous status was ${capability.status}.`,
      remedies: [],
    })),
    conversion: conversion && { ...conversion, verdict: "unknown", summary: `Unknown: ${said}.`, plan: [] },
    acceleration: acceleration.map(ladderAsPast),
  };
}
