import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { snapshotV1 } from "../../../contract/agent/snapshot-v1.ts";
import { defaultPolicy } from "../../default-policy.ts";
import { vmScene } from "../../vm/vm-scene.ts";
import { networkScene } from "../path.ts";
import { judgeVmNetwork } from "../vm/judge-vm-network.ts";
import { describeHostNetwork, judgeHostNetwork } from "./judge-host-network.ts";

/**
 * One recorded host, judged rung by rung, manually from the documentation: an embedded team of two 25 GbE adapters with
 * a switch for SR-IOV, one VM with a virtual function and VMMQ, RDMA over a host adapter with an open session, and a 1
 * GbE adapter for management that feeds TCP/IP.
 */
const RAW = new URL("../../../../agents/contract/examples/valid/raw-host-hv-syn-01.json", import.meta.url);

function rawHost() {
  const report = snapshotV1.parse(JSON.parse(readFileSync(RAW, "utf8")));
  const network = networkScene(report);
  const vms = (report.vms ?? []).map((vm) => {
    const memory = { guest: null, operationalStatusSince: {}, stateSince: null };
    const scene = vmScene(
      {
        vm,
        host: report.host,
        memory,
        placement: { conflict: null, hosts: [] },
        newestCommonVmVersion: null,
        policy: defaultPolicy,
        observedAt: report.collectedAt,
      },
      memory,
    );
    return { vm, ...judgeVmNetwork(scene, network) };
  });
  return { network, vms };
}

/** Rungs that are not named pass. */
const EXPECTED: Record<string, [status: string, otherRungs: Record<string, string>]> = {
  "SLOT1-P1 sr-iov": ["active", {}],
  "SLOT1-P1 rss": ["not-applicable", {}],
  "SLOT1-P1 vmq": ["active", {}],
  "SLOT1-P1 vmmq": ["active", {}],
  "SLOT1-P2 sr-iov": ["ready", {}],
  // Under a switch: a lack of RSS for TCP/IP is not evidence.
  "SLOT1-P2 rss": [
    "not-applicable",
    {
      "adapter-rss-supported": "fail",
      "adapter-rss-enabled": "not-applicable",
      "adapter-rss-queues": "not-applicable",
    },
  ],
  "SLOT1-P2 vmq": ["active", {}],
  "SLOT1-P2 vmmq": ["active", {}],
  "MGMT sr-iov": [
    "not-applicable",
    {
      "adapter-sr-iov-supported": "fail",
      "adapter-sr-iov-enabled": "not-applicable",
      "no-lbfo": "not-applicable",
      "switch-iov": "not-applicable",
      "virtual-functions-left": "not-applicable",
      "switch-extensions": "not-applicable",
    },
  ],
  "MGMT rdma": [
    "blocked at adapter-rdma-supported",
    {
      "adapter-rdma-supported": "fail",
      "adapter-rdma-enabled": "not-applicable",
      "smb-interface": "fail",
      "rdma-technology": "unknown",
    },
  ],
  "MGMT rss": ["active", {}],
  "MGMT vmq": [
    "not-applicable",
    {
      "switch-external": "not-applicable",
      "adapter-link-speed": "fail",
      "vm-queues-left": "not-applicable",
    },
  ],
  "MGMT vmmq": [
    "not-applicable",
    {
      "adapter-vmmq-supported": "fail",
      "adapter-vmmq-enabled": "not-applicable",
      "switch-external": "not-applicable",
      "adapter-link-speed": "fail",
      "vm-queues-left": "not-applicable",
      "no-lbfo": "not-applicable",
    },
  ],
  "SMB1 rdma": ["active", { "rdma-technology": "unknown" }],
  // DCB was not read, and RoCE needs it; the open session shows that it works.
  "host smb-direct": ["active", { dcb: "unknown", "smb-signing": "not-applicable" }],
  "host smb-multichannel": ["active", { "smb-constraints": "unknown", "smb-bindings": "unknown" }],
};

describe("the recorded host", () => {
  const ladders = describeHostNetwork(rawHost());

  test("has these ladders and no other", () => {
    const names = ladders.map(({ adapterName, technology }) => `${adapterName ?? "host"} ${technology}`);
    expect(names).toEqual(Object.keys(EXPECTED));
  });

  test.each(
    ladders.map((ladder) => [`${ladder.adapterName ?? "host"} ${ladder.technology}`, ladder] as const),
  )("%s, rung by rung", (name, { status, brokenRung, rungs }) => {
    const [word, others] = EXPECTED[name] ?? ["none", {}];
    expect(brokenRung === null ? status : `${status} at ${brokenRung}`).toBe(word);
    const notPassed = rungs.filter((rung) => rung.status !== "pass").map((rung) => [rung.key, rung.status]);
    expect(Object.fromEntries(notPassed)).toEqual(others);
  });

  test("has no finding, and evidence against each that could be", () => {
    const { outcomes } = judgeHostNetwork(rawHost());
    expect(outcomes.map(({ rule, outcome }) => `${rule} ${outcome.status}`)).toEqual([
      "host.sr-iov ok",
      "host.rdma ok",
      "host.rss ok",
      "host.vmq ok",
      "host.vmmq ok",
      "host.smb-direct ok",
      "host.smb-multichannel ok",
      "host.lbfo-under-switch ok",
      "host.set-mismatch ok",
    ]);
  });
});
