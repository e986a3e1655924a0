import { expect } from "vitest";
import type { DiskFacts, GuestFacts, HostFacts, VmFacts } from "../facts.ts";
import { describeCapabilities } from "../generation/capabilities.ts";
import type { CapabilityVerdict } from "../generation/capability.ts";
import type { ConversionCheckVerdict } from "../generation/conversion/check.ts";
import { describeConversion } from "../generation/conversion.ts";
import { type GenerationScene, generationScene } from "../generation/generation-scene.ts";
import type { VmMemory } from "../judgement.ts";
import { sampleDisk, sampleHost } from "../sample-facts.ts";
import type { CapabilityKey } from "../words.ts";
import { decider, hostFacts, remembering, vmFacts, windows } from "./vm-cases.ts";

/** A VM and its host, of which a row states only what differs from a running, healthy generation 2 VM. */
export interface GenerationWorld {
  vm?: Partial<VmFacts>;
  host?: HostFacts;
  memory?: VmMemory;
}

export function world({ vm, host = hostFacts(), memory = remembering() }: GenerationWorld): GenerationScene {
  return generationScene(vmFacts(vm), host, memory);
}

export function onBuild(build: number | null): HostFacts {
  return hostFacts({ build });
}

export function withEnhancedSession(enableEnhancedSessionMode: boolean | null): HostFacts {
  const { hyperv } = sampleHost();
  return hostFacts({ hyperv: hyperv && { ...hyperv, enableEnhancedSessionMode } });
}

/** The sample's security, with what a row changes. */
export function security(changed: Partial<NonNullable<VmFacts["security"]>>): Pick<VmFacts, "security"> {
  const read = vmFacts().security;
  return { security: read && { ...read, ...changed } };
}

export function secureBoot(
  setting: string | null,
  secureBootTemplate: string | null = "MicrosoftWindows",
): Pick<VmFacts, "firmware"> {
  return { firmware: { secureBoot: setting, secureBootTemplate } };
}

export function ideDisk(changed: Partial<DiskFacts> = {}): DiskFacts {
  return sampleDisk({ controllerType: "IDE", ...changed });
}

/** An ordinary generation 1 VM for which the host sees no obstacle. */
export function generation1(changed: Partial<VmFacts> = {}): Partial<VmFacts> {
  return {
    generation: 1,
    firmware: null,
    disks: [ideDisk()],
    dvdDrives: [{ mediaType: "None", path: null }],
    guest: windows(17763, "Windows Server 2019 Standard"),
    ...security({ tpmEnabled: false }),
    ...changed,
  };
}

export function thirtyTwoBits(guest: GuestFacts): GuestFacts {
  return { ...guest, processorArchitecture: "0" };
}

export function capabilityIn(scene: GenerationScene, key: CapabilityKey): CapabilityVerdict {
  const found = describeCapabilities(scene).find((verdict) => verdict.key === key);
  if (!found) throw new Error(`no verdict on ${key}`);
  return found;
}

export function checkIn(scene: GenerationScene, key: string): ConversionCheckVerdict {
  const found = describeConversion(scene).checks.find((check) => check.key === key);
  if (!found) throw new Error(`no check ${key}`);
  return found;
}

export interface CapabilityCase extends GenerationWorld {
  name: string;
  status: string;
  decider: string;
}

/** The parts of a capability are consistent: its status, its deciding evidence, and a sentence. */
export function checkCapability(key: CapabilityKey, row: CapabilityCase): void {
  const verdict = capabilityIn(world(row), key);
  expect({ status: verdict.status, decider: decider(verdict) }).toEqual({
    status: row.status,
    decider: row.decider,
  });
}

export interface ConversionCheckCase extends GenerationWorld {
  name: string;
  status: string;
  decider: string;
  isForGuest?: boolean;
}

export function checkConversion(key: string, row: ConversionCheckCase): void {
  const check = checkIn(world({ ...row, vm: generation1(row.vm) }), key);
  expect({ status: check.status, decider: decider(check), isForGuest: check.isForGuest }).toEqual({
    status: row.status,
    decider: row.decider,
    isForGuest: row.isForGuest ?? false,
  });
}
