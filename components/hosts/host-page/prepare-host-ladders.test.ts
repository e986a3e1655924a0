import { describe, expect, test } from "vitest";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { hostViewFixture } from "../host-view-fixture.ts";
import { prepareHostLadders, prepareTechnologies } from "./prepare-host-ladders.ts";
import { broken, ladder, NIC_1, NIC_2 } from "./wiring-fixture.ts";

describe("the ladders of a host", () => {
  test("start with the host as a whole, and open the first of those that break alike", () => {
    const groups = prepareHostLadders(
      hostViewFixture({
        physicalAdapters: [NIC_1, NIC_2],
        acceleration: [
          ladder(broken("switch-iov")),
          ladder({ adapterId: "nic-2", adapterName: "SLOT 2", ...broken("switch-iov") }),
          ladder({ adapterId: "SMB-1", adapterName: "SMB-1", technology: "rdma", status: "blocked" }),
          ladder({ adapterId: null, adapterName: null, technology: "smb-direct", ...broken("rdma-adapter") }),
        ],
      }),
    );
    expect(groups.map(({ title, kind, isOpen }) => [title, kind, isOpen])).toEqual([
      ["The host as a whole", "SMB between hosts", true],
      ["SLOT 1", "physical adapter", true],
      ["SLOT 2", "physical adapter", false],
      ["SMB-1", "host virtual adapter", false],
    ]);
  });

  test.each<[name: string, acceleration: HostView["acceleration"], expected: object]>([
    [
      "the worst decides, and says on how many",
      [
        ladder({}),
        ladder({ adapterId: "b", ...broken("switch-iov") }),
        ladder({ adapterId: "c", status: "not-applicable" }),
      ],
      { status: "configured", share: "1 of 2 adapters", reason: "no switch-iov", href: "#ladders-1" },
    ],
    [
      "all alike",
      [ladder({}), ladder({ adapterId: "b" })],
      { status: "active", share: "all 2 adapters", reason: null },
    ],
    ["none", [], { status: "not-applicable", share: null, reason: "there is no adapter", href: null }],
  ])("%s", (_name, acceleration, expected) => {
    const host = hostViewFixture({ acceleration });
    expect(prepareTechnologies(host, prepareHostLadders(host))[0]).toMatchObject(expected);
  });

  test("adapters that were not read are not none", () => {
    const host = hostViewFixture({ physicalAdapters: null });
    expect(prepareTechnologies(host, [])[0]).toMatchObject({ status: "unknown" });
  });
});
