import { describe, expect, test } from "vitest";
import type { SwitchFacts } from "../facts.ts";
import { physicalAdapter, virtualSwitch } from "../testing/network-cases.ts";
import { type DriftNode, driftOnNode, judgeSwitchDrift } from "./switch-drift.ts";

function node(
  hostName: string,
  changed: Partial<SwitchFacts> | null = {},
  more: Partial<DriftNode> = {},
): DriftNode {
  return {
    hostId: `id of ${hostName}`,
    hostName,
    isFresh: true,
    switches: changed && [virtualSwitch(changed)],
    physicalAdapters: [],
    ...more,
  };
}

function technology(hostName: string, ...technologies: (number | null)[]): DriftNode {
  const { rdma } = physicalAdapter();
  return node(
    hostName,
    {},
    {
      physicalAdapters: technologies.map((each) =>
        physicalAdapter({ rdma: rdma && { ...rdma, technology: each } }),
      ),
    },
  );
}

function answer(nodes: DriftNode[], switchName: string | null, open: string[] = []): string {
  const found = judgeSwitchDrift(nodes, open).find((each) => each.switchName === switchName);
  if (!found) return "none";
  return found.outcome.status === "finding" ? found.outcome.severity : found.outcome.status;
}

describe("cluster.switch-drift", () => {
  test.each<[name: string, nodes: DriftNode[], says: string]>([
    ["alike", [node("A"), node("B")], "ok"],
    ["another type", [node("A"), node("B", { switchType: "Internal" })], "warning"],
    ["another SR-IOV", [node("A"), node("B", { iovEnabled: false })], "warning"],
    ["another teaming", [node("A"), node("B", { embeddedTeamingEnabled: true })], "warning"],
    ["another bandwidth mode", [node("A"), node("B", { bandwidthReservationMode: "Weight" })], "warning"],
    ["what is not compared", [node("A"), node("B", { allowManagementOS: false })], "ok"],
    ["unread differs from nothing", [node("A"), node("B", { iovEnabled: null })], "unknown"],
    [
      "unread in one thing, another differs",
      [node("A"), node("B", { iovEnabled: null, switchType: "Private" })],
      "warning",
    ],
    [
      "a node that is not fresh differs from nothing",
      [node("A"), node("B"), node("C", { iovEnabled: false }, { isFresh: false })],
      "unknown",
    ],
    ["a node whose switches were unread", [node("A"), node("B"), node("C", null)], "unknown"],
    ["a node without the switch", [node("A"), node("B"), node("C", { name: "Other" })], "ok"],
    ["one node has it", [node("A"), node("B", { name: "Other" })], "not-applicable"],
    ["one node has it, another was unread", [node("A"), node("B", null)], "unknown"],
    ["one node is the cluster", [node("A")], "not-applicable"],
    [
      "one node has two of the name, which differ",
      [node("A", {}, { switches: [virtualSwitch(), virtualSwitch({ iovEnabled: false })] })],
      "not-applicable",
    ],
    ["switches without a name", [node("A", { name: null }), node("B", { name: null })], "none"],
    ["no node has it", [node("A", { name: "X" }), node("B", { name: "X" })], "none"],
  ])("%s: %s", (_name, nodes, says) => expect(answer(nodes, "Production")).toBe(says));

  test("one finding for a switch name, on each node that has it, in an order that no report changes", () => {
    const nodes = [node("B", { iovEnabled: false }), node("A"), node("C", { name: "Other" })];
    const [other, drift] = judgeSwitchDrift(nodes);
    expect(other).toMatchObject({ switchName: "Other", outcome: { status: "not-applicable" } });
    expect(drift).toMatchObject({
      switchName: "Production",
      hostIds: ["id of A", "id of B"],
      outcome: {
        severity: "warning",
        summary:
          "The switch Production differs between the cluster's nodes in SR-IOV, so a VM can lose features when it moves.",
        evidence: [
          { name: "switch.name" },
          { name: "A.iovEnabled", value: true },
          { name: "B.iovEnabled", value: false },
        ],
      },
    });
    expect(judgeSwitchDrift(nodes.toReversed())).toEqual(judgeSwitchDrift(nodes));
  });

  test.each<[name: string, nodes: DriftNode[], says: string]>([
    ["ends with the switch", [node("A", { name: "X" }), node("B", { name: "X" })], "not-applicable"],
    [
      "waits for a node that is silent",
      [node("A", { name: "X" }), node("B", {}, { isFresh: false })],
      "unknown",
    ],
  ])("an open finding %s", (_name, nodes, says) =>
    expect(answer(nodes, "Production", ["Production"])).toBe(says),
  );

  test.each<[name: string, nodes: DriftNode[], says: string]>([
    ["no node has RDMA", [node("A"), node("B")], "not-applicable"],
    ["one node has it", [technology("A", 4), node("B")], "not-applicable"],
    ["the same", [technology("A", 4), technology("B", 4)], "ok"],
    ["RoCE and iWARP", [technology("A", 4), technology("B", 1)], "warning"],
    ["two versions of RoCE", [technology("A", 3), technology("B", 4)], "warning"],
    ["one in common", [technology("A", 1, 4), technology("B", 4)], "ok"],
    ["unread differs from nothing", [technology("A", 4), technology("B", null)], "not-applicable"],
    [
      "a node's adapters unread",
      [technology("A", 4), technology("B", 4), node("C", {}, { physicalAdapters: null })],
      "unknown",
    ],
    ["a node that is not fresh", [technology("A", 4), { ...technology("B", 1), isFresh: false }], "unknown"],
  ])("technology of RDMA, %s: %s", (_name, nodes, says) => expect(answer(nodes, null)).toBe(says));
});

describe("cluster.switch-drift, on one node", () => {
  const differing = [node("A"), node("B", { iovEnabled: false })];
  const on = (seen: DriftNode | null, others: DriftNode[]) => {
    const [drift] = judgeSwitchDrift(seen ? [...others, seen] : others);
    return drift && driftOnNode(seen, drift).status;
  };

  test.each<[name: string, seen: DriftNode | null, others: DriftNode[], says: string]>([
    ["one of those that differ", node("C"), differing, "finding"],
    ["without the switch", node("C", { name: "Other" }), differing, "not-applicable"],
    ["silent", node("C", {}, { isFresh: false }), differing, "unknown"],
    ["whose switches were unread", node("C", null), differing, "unknown"],
    ["that is none of the cluster any more", null, differing, "not-applicable"],
    ["alike", node("C"), [node("A")], "ok"],
  ])("%s", (_name, seen, others, says) => {
    expect(on(seen, others)).toBe(says);
  });
});
