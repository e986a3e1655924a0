import { describe, expect, test } from "vitest";
import { isNestedHost } from "./nested-host.ts";

describe("a host that is itself a virtual machine", () => {
  test.each<[manufacturer: string | null, model: string | null, isNested: boolean]>([
    ["Microsoft Corporation", "Virtual Machine", true],
    ["VMware, Inc.", "VMware7,1", true],
    ["Red Hat", "KVM", true],
    ["QEMU", "Standard PC (Q35 + ICH9, 2009)", true],
    ["QEMU", null, true],
    ["Xen", "HVM domU", true],
    ["Xen", null, true],
    ["innotek GmbH", "VirtualBox", true],
    ["innotek GmbH", null, true],
    ["Nutanix", "AHV", true],
    ["OpenStack Foundation", "OpenStack Nova", true],
    ["Google", "Google Compute Engine", true],
    ["Google", null, true],
    ["Amazon EC2", "m5.large", true],
    ["Amazon EC2", "m5.metal", false],
    ["Amazon EC2", null, false],
    ["Dell Inc.", "PowerEdge R750", false],
    ["Microsoft Corporation", "Surface Laptop", false],
    ["Googleplex Hardware", "X1", false],
    ["Xenon Systems", "X1", false],
    ["My innotek", "X1", false],
    [null, null, false],
    ["", "", false],
  ])("%j %j: %s", (manufacturer, model, expected) => {
    expect(isNestedHost({ manufacturer, model })).toBe(expected);
  });
});
