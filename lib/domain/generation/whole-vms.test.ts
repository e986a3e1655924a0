import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { snapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import { remembering } from "../testing/vm-cases.ts";
import { CAPABILITY_KEYS } from "../words.ts";
import { capabilityStatuses } from "./capabilities.ts";
import { conversionVerdict, decidingChecks } from "./conversion.ts";
import { generationScene } from "./generation-scene.ts";

/** Recorded hosts, judged manually from the documentation. */
function scenesOf(example: string) {
  const text = readFileSync(`agents/contract/examples/valid/${example}.json`, "utf8");
  const { host, vms } = snapshotV1.parse(JSON.parse(text));
  return (vms ?? []).map((vm) => generationScene(vm, host, remembering()));
}

describe("hv-syn-01", () => {
  const [app, db, template] = scenesOf("raw-host-hv-syn-01");
  const byKey = (scene: typeof app) => {
    const statuses = scene ? capabilityStatuses(scene) : [];
    return new Map(statuses.map((status, index) => [CAPABILITY_KEYS[index] ?? "", status]));
  };

  const GENERATION_2 = {
    "uefi-secure-boot": "in-use",
    "scsi-disks": "in-use",
    "pxe-boot": "available",
    "scsi-boot": "in-use",
    "boot-volume-size": "available",
    "boot-disk-resize": "available",
    "software-peripherals": "in-use",
    "hot-add-network": "available",
    shielded: "available",
    vtpm: "in-use",
    vbs: "available",
    "large-memory": "available",
    "many-processors": "available",
    "many-network-adapters": "available",
  };

  test("win-app01, generation 2 with a guest of Datacenter", () => {
    expect(Object.fromEntries<string>(byKey(app))).toEqual({
      ...GENERATION_2,
      "enhanced-session": "available",
      "storage-spaces-direct": "available",
    });
    expect(app && conversionVerdict(app)).toBe("not-applicable");
  });

  test("lnx-db01, generation 1 whose guest tells nothing", () => {
    expect(Object.fromEntries<string>(byKey(db))).toEqual({
      ...Object.fromEntries(Object.keys(GENERATION_2).map((key) => [key, "unavailable"])),
      "scsi-disks": "in-use",
      "enhanced-session": "unknown",
      "storage-spaces-direct": "unknown",
    });
    expect(db && conversionVerdict(db)).toBe("unknown");
    expect(db && decidingChecks(db, "unknown")).toEqual(["G1", "G2", "G13"]);
    expect(db && decidingChecks(db, "caution")).toEqual(expect.arrayContaining(["G5", "G7"]));
  });

  test("win-tmpl01, a template that never reported its guest", () => {
    expect(Object.fromEntries<string>(byKey(template))).toEqual({
      ...GENERATION_2,
      "enhanced-session": "unknown",
      "storage-spaces-direct": "unknown",
    });
    expect(template && conversionVerdict(template)).toBe("not-applicable");
  });
});

describe("old VMs of generation 1", () => {
  test("a domain controller of 2012 R2 has much to do, and XP stays where it is", () => {
    const [controller, xp] = scenesOf("generation-1");
    expect(controller && conversionVerdict(controller)).toBe("caution");
    expect(controller && decidingChecks(controller, "caution")).toEqual(
      expect.arrayContaining(["G3", "G5", "G7", "G9", "G10"]),
    );
    expect(xp && conversionVerdict(xp)).toBe("blocked");
    expect(xp && decidingChecks(xp, "blocked")).toEqual(["G1", "G2"]);
  });
});
