import { describe, expect, test } from "vitest";
import { contentKey } from "./content-key.ts";
import type { VmFacts } from "./facts.ts";
import { sampleDisk, sampleGuest, sampleService, sampleVm, sampleVmAdapter } from "./sample-facts.ts";

const KEY = contentKey(sampleVm());
const withItems = (items: Record<string, string | null>) =>
  contentKey(sampleVm({ guest: sampleGuest({ items }) }));

describe("contentKey", () => {
  test.each<{ name: string; changed: Partial<VmFacts> }>([
    { name: "an equal VM", changed: {} },
    { name: "processor load", changed: { cpuUsagePercent: 99 } },
    { name: "load unread", changed: { cpuUsagePercent: null } },
    { name: "assigned memory", changed: { memoryAssignedBytes: 1 } },
    { name: "memory demand", changed: { memoryDemandBytes: 0 } },
    { name: "uptime", changed: { uptimeSeconds: 864060 } },
    {
      name: "the order in which the guest's items came",
      changed: {
        guest: sampleGuest({ items: { ProductType: "3", OSName: "Windows Server 2022 Datacenter" } }),
      },
    },
  ])("is the same: $name", ({ changed }) => {
    expect(contentKey(sampleVm(changed))).toBe(KEY);
  });

  test.each<{ name: string; changed: Partial<VmFacts> }>([
    { name: "name", changed: { name: "APP-02" } },
    { name: "state", changed: { state: "Off" } },
    { name: "a processor more", changed: { processorCount: 5 } },
    { name: "notes unread, not empty", changed: { notes: null } },
    { name: "a service's status", changed: { integrationServices: [sampleService({ primaryStatus: 12 })] } },
    { name: "services unread, not none", changed: { integrationServices: null } },
    { name: "a guest's address", changed: { guest: sampleGuest({ ipAddresses: [] }) } },
    {
      name: "a guest's item",
      changed: { guest: sampleGuest({ items: { OSName: "Windows", ProductType: "3" } }) },
    },
    { name: "a guest's item removed", changed: { guest: sampleGuest({ items: { ProductType: "3" } }) } },
    { name: "a guest's items unread", changed: { guest: sampleGuest({ items: null }) } },
    { name: "no guest", changed: { guest: null } },
    { name: "a disk's growth", changed: { disks: [sampleDisk({ fileSizeBytes: 1 })] } },
    { name: "an adapter's VLAN", changed: { adapters: [sampleVmAdapter({ vlanId: 21 })] } },
  ])("differs: $name", ({ changed }) => {
    expect(contentKey(sampleVm(changed))).not.toBe(KEY);
  });

  test("a guest cannot write one set of items that reads as another", () => {
    const keys = [
      withItems({ a: "1", b: "2" }),
      withItems({ a: '1","b":"2' }),
      withItems({ 'a","1"],["b': "2" }),
      withItems({ a: null }),
      withItems({ a: "null" }),
      withItems({ ["__proto__"]: "1" }),
      withItems({}),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
