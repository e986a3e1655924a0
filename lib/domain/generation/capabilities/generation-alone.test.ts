import { describe, test } from "vitest";
import { type CapabilityCase, checkCapability, onBuild } from "../../testing/generation-cases.ts";

const GENERATION_1 = { generation: 1, firmware: null } as const;

describe("pxe-boot", () => {
  test.each<CapabilityCase>([
    { name: "generation 2", status: "available", decider: "generation=2" },
    {
      name: "generation 2, adapters unread",
      vm: { adapters: null },
      status: "available",
      decider: "generation=2",
    },
    { name: "generation 1", vm: GENERATION_1, status: "unavailable", decider: "generation=1" },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("pxe-boot", row));
});

describe("software-peripherals", () => {
  test.each<CapabilityCase>([
    { name: "generation 2", status: "in-use", decider: "generation=2" },
    { name: "generation 1", vm: GENERATION_1, status: "unavailable", decider: "generation=1" },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("software-peripherals", row));
});

describe("hot-add-network", () => {
  test.each<CapabilityCase>([
    {
      name: "the first host that can",
      host: onBuild(10240),
      status: "available",
      decider: "host.os.build=10240",
    },
    {
      name: "the last that cannot",
      host: onBuild(9600),
      status: "unavailable",
      decider: "host.os.build=9600",
    },
    { name: "host unread", host: onBuild(null), status: "unknown", decider: "host.os.build=null" },
    { name: "generation 1", vm: GENERATION_1, status: "unavailable", decider: "generation=1" },
    { name: "generation unread", vm: { generation: null }, status: "unknown", decider: "generation=null" },
  ])("$name: $status", (row) => checkCapability("hot-add-network", row));
});
