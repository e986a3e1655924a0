import { describe, expect, test } from "vitest";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { broken, ladder, NIC_1, NIC_2, planOf, SWITCH, wiredAdapter, wiredSwitch } from "./wiring-fixture.ts";

/** "name → name, name" of each part, in the order of the diagram. */
function ways(change: Partial<HostView>): string[] {
  return planOf(change).bands.flatMap(({ nodes, wires }) =>
    nodes.map(({ key, name }) => {
      const to = wires
        .filter(({ from }) => from === key)
        .map((wire) => nodes.find((node) => node.key === wire.to)?.name);
      return to.length === 0 ? name : `${name} → ${to.join(", ")}`;
    }),
  );
}

describe("the wiring of a host's network", () => {
  test.each<[name: string, host: Partial<HostView>, expected: string[]]>([
    [
      "one adapter under a switch that a host adapter and VMs use",
      {
        physicalAdapters: [NIC_1],
        switches: [SWITCH],
        hostAdapters: [{ name: "SMB-1", switchId: "sw-1" }],
        wiring: {
          adapters: [wiredAdapter()],
          switches: [wiredSwitch({ use: { vms: 2, ports: 3, technologies: {} } })],
        },
      },
      ["SLOT 1 → vSwitch-Prod", "vSwitch-Prod → SMB-1, 2 VMs, 3 adapters", "SMB-1", "2 VMs, 3 adapters"],
    ],
    [
      "embedded teaming",
      {
        physicalAdapters: [NIC_1, NIC_2],
        switches: [SWITCH],
        wiring: {
          adapters: [wiredAdapter(), wiredAdapter({ id: "nic-2" })],
          switches: [wiredSwitch({ uplink: "set", adapterIds: ["nic-1", "nic-2"] })],
        },
      },
      [
        "SLOT 1 → Embedded team",
        "SLOT 2 → Embedded team",
        "Embedded team → vSwitch-Prod",
        "vSwitch-Prod → No VM",
        "No VM",
      ],
    ],
    [
      "an LBFO team, whose own NIC is not drawn beside it",
      {
        physicalAdapters: [NIC_1, { ...NIC_2, name: "Team 1" }],
        switches: [SWITCH],
        wiring: {
          adapters: [wiredAdapter({ team: "Team 1" }), wiredAdapter({ id: "nic-2", isTeamNic: true })],
          switches: [wiredSwitch({ uplink: "lbfo", team: "Team 1" })],
        },
      },
      ["SLOT 1 → Team 1", "Team 1 → vSwitch-Prod", "vSwitch-Prod → No VM", "No VM"],
    ],
    [
      "adapters and a team past the switches",
      {
        physicalAdapters: [NIC_1, NIC_2],
        wiring: {
          adapters: [
            wiredAdapter({ feeds: "team", team: "Team 1" }),
            wiredAdapter({ id: "nic-2", feeds: "tcp-ip" }),
          ],
          switches: [],
        },
      },
      [
        "SLOT 1 → Team 1",
        "Team 1 → TCP/IP of the host",
        "TCP/IP of the host",
        "SLOT 2 → TCP/IP of the host",
        "TCP/IP of the host",
      ],
    ],
    [
      "what nobody can tell the way of",
      {
        physicalAdapters: [NIC_1, NIC_2],
        hostAdapters: [{ name: "SMB-1", switchId: "gone" }, { name: "SMB-2" }],
        wiring: {
          adapters: [wiredAdapter({ feeds: null }), wiredAdapter({ id: "nic-2", feeds: "switch" })],
          switches: [],
        },
      },
      ["SLOT 1", "SLOT 2", "SMB-1", "SMB-2"],
    ],
    ["an empty host", {}, []],
    ["a host of which nothing was read", { wiring: { adapters: null, switches: null } }, []],
  ])("%s", (_name, host, expected) => {
    expect(ways(host)).toEqual(expected);
  });

  test("what was not read is named", () => {
    expect(
      planOf({ wiring: { adapters: null, switches: null }, hostAdapters: null, teams: null }).unread,
    ).toEqual(["physical adapters", "virtual switches", "host virtual adapters", "teams"]);
  });
});

describe("a technology that is configured and not in effect", () => {
  const host = (brokenRung: string): Partial<HostView> => ({
    physicalAdapters: [NIC_1],
    switches: [SWITCH],
    acceleration: [ladder(broken(brokenRung)), ladder({ technology: "vmq", status: "active" })],
    wiring: {
      adapters: [wiredAdapter()],
      switches: [
        wiredSwitch({
          use: {
            vms: 3,
            ports: 3,
            technologies: { "sr-iov": { configured: 2, ready: 1 }, vmq: { active: 3 } },
          },
        }),
      ],
    },
  });

  test.each([
    { rung: "switch-iov", cause: "vSwitch-Prod", adapterWire: "ok" },
    { rung: "virtual-functions-left", cause: "vSwitch-Prod", adapterWire: "ok" },
    { rung: "adapter-sr-iov-enabled", cause: "SLOT 1", adapterWire: "warning" },
    { rung: "platform-iov", cause: undefined, adapterWire: "ok" },
  ])("broken at $rung marks $cause", ({ rung: key, cause, adapterWire }) => {
    const [band] = planOf(host(key)).bands;
    expect(band?.nodes.find(({ reason }) => reason !== null)?.name).toBe(cause);
    expect(band?.wires.map(({ tone }) => tone)).toEqual([adapterWire, "warning"]);
  });

  test("leads to its VMs, and counts them", () => {
    const vms = planOf(host("switch-iov")).bands[0]?.nodes.at(-1);
    expect(vms).toMatchObject({
      detail: "2 without SR-IOV",
      ports: { all: 3, inVain: 2, active: 3 },
      marks: [
        { label: "SR-IOV", status: "configured" },
        { label: "VMQ", status: "active" },
      ],
    });
    expect(vms?.href).toContain("acceleration=sr-iov%3Aconfigured");
  });

  test("leads from the switch to the ladder of the adapter that shows it", () => {
    expect(planOf(host("switch-iov")).bands[0]?.nodes.map(({ href }) => href?.split("?")[0])).toEqual([
      "#ladders-0",
      "#ladders-0",
      "/vms",
    ]);
  });
});

test("an adapter without a link is drawn as such, and has no verdict", () => {
  const [band] = planOf({
    physicalAdapters: [{ ...NIC_1, linkSpeedBitsPerSecond: 0 }],
    acceleration: [ladder(broken("adapter-link"))],
    wiring: { adapters: [wiredAdapter({ isUp: false, feeds: "tcp-ip" })], switches: [] },
  }).bands;
  expect(band?.nodes[0]).toMatchObject({ aside: "no link", tone: "down", marks: [], reason: null });
  expect(band?.wires).toMatchObject([{ tone: "down" }]);
});

test("VMs that were not read are not none", () => {
  const plan = planOf({
    switches: [SWITCH],
    wiring: { adapters: [], switches: [wiredSwitch({ use: null })] },
  });
  expect(plan.bands[0]?.nodes.at(-1)).toMatchObject({ name: "VMs", detail: "not read", tone: "unknown" });
});
