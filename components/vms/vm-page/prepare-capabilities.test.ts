import { describe, expect, it } from "vitest";
import type { CapabilityView } from "@/lib/contract/api/vms.ts";
import { prepareCapabilities } from "./prepare-capabilities.ts";

describe("capabilities of a VM", () => {
  it("are in groups, used ones first, then available ones, then those after a change", () => {
    const groups = prepareCapabilities([
      capability("uefi-secure-boot", "unavailable"),
      capability("enhanced-session", "available"),
      capability("scsi-disks", "in-use"),
      capability("vtpm", "unavailable"),
      capability("storage-spaces-direct", "unknown"),
      capability("shielded", "not-applicable"),
    ]);
    expect(groups.map(({ title, capabilities }) => [title, ...capabilities.map(({ key }) => key)])).toEqual([
      ["In use", "scsi-disks"],
      ["Available", "enhanced-session"],
      ["Available after a change", "uefi-secure-boot", "vtpm"],
      ["Unknown", "storage-spaces-direct"],
      ["Does not apply", "shielded"],
    ]);
  });

  it("have no empty group", () => {
    expect(prepareCapabilities([])).toEqual([]);
    expect(prepareCapabilities([capability("vbs", "unknown")])).toHaveLength(1);
  });
});

function capability(key: CapabilityView["key"], status: CapabilityView["status"]): CapabilityView {
  return { key, status, summary: "Why.", evidence: [], remedies: [] };
}
