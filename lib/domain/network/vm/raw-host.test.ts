import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseSnapshotJson } from "@/lib/contract/agent/read-snapshot.ts";
import type { SnapshotFacts } from "../../facts.ts";
import {
  type NetworkCase,
  judgeNetwork,
  netFindings,
  rungsOn,
  verdictOn,
} from "../../testing/vm-network-cases.ts";
import { VM_TECHNOLOGIES, type VmTechnology } from "../../words.ts";

/** A host as its cmdlets were recorded. The rungs below were read from the recording manually, one by one. */
const FILE = new URL("../../../../agents/contract/examples/valid/raw-host-hv-syn-01.json", import.meta.url);

function rawHost(): SnapshotFacts {
  const parsed = parseSnapshotJson(readFileSync(FILE));
  if (!parsed.ok) throw new Error("the raw host is not read");
  return parsed.snapshot;
}

function vmOf(name: string): NetworkCase {
  const report = rawHost();
  const vm = report.vms?.find((each) => each.name === name);
  if (!vm) throw new Error(`no VM ${name}`);
  return { vm, report };
}

const FUNCTION_HOLDS = {
  "synthetic-adapter": "pass",
  "host-build": "pass", // 20348
  "platform-iov": "pass", // IovSupport True
  "adapter-sr-iov-supported": "pass", // both ports Supported, 64 functions each
  "adapter-sr-iov-enabled": "pass",
  "no-lbfo": "pass", // embedded teaming
  "switch-iov": "pass", // External, IovEnabled and IovSupport True
  "virtual-functions-left": "pass", // 1 of 128 in use
  "switch-extensions": "pass", // the one that forwards is disabled
  "port-policies": "pass", // no ACL, subnet 0, mirroring None
} as const;
const QUEUES_HOLD = {
  "switch-external": "pass",
  "adapter-vmq-supported": "pass", // 63 queues each
  "adapter-vmq-enabled": "pass",
  "adapter-link-speed": "pass", // 25 Gbps each
  "vmq-weight": "pass", // 100
  "vm-queues-left": "pass", // 3 of 126 allocated
} as const;
const RDMA_HOLDS = { "adapter-rdma-supported": "pass", "adapter-rdma-enabled": "pass" } as const;

type Expected = Record<VmTechnology, { verdict: string; rungs: Record<string, string> }>;

const WINDOWS_WITH_FUNCTION: Expected = {
  "sr-iov": {
    verdict: "active", // VFDataPathActive True, 4 queue pairs
    rungs: {
      ...FUNCTION_HOLDS,
      "guest-sr-iov": "pass", // Windows Server 2022, 64 bits
      "guest-vf-driver": "pass", // it carries traffic
      "sr-iov-weight": "pass", // 100
      "vm-running": "pass",
    },
  },
  vmq: {
    verdict: "active", // VmqUsage 1
    rungs: { "synthetic-adapter": "pass", ...QUEUES_HOLD, "vm-running": "pass" },
  },
  vrss: {
    verdict: "not-applicable", // the function spreads by itself
    rungs: {
      "synthetic-adapter": "pass",
      ...QUEUES_HOLD,
      "two-processors": "pass", // 4
      "vrss-requested": "pass",
      "host-build": "pass",
      "guest-vrss": "pass",
      "no-virtual-function": "not-applicable",
      "guest-rss": "unknown",
      "vm-running": "pass",
    },
  },
  vmmq: {
    verdict: "active", // VmmqEnabled True, 4 pairs
    rungs: {
      "synthetic-adapter": "pass",
      "host-build": "pass",
      "configuration-version": "pass", // 10.0
      "adapter-vmmq-supported": "pass", // *RssOnHostVPorts 1 on both
      "adapter-vmmq-enabled": "pass",
      ...QUEUES_HOLD,
      "vmmq-requested": "pass",
      "queue-pairs": "pass",
      "two-processors": "pass",
      "vrss-requested": "pass",
      "no-lbfo": "pass",
      "vm-running": "pass",
    },
  },
  "guest-rdma": {
    verdict: "ready", // RdmaWeight 0
    rungs: {
      ...FUNCTION_HOLDS,
      "guest-sr-iov": "pass",
      "guest-vf-driver": "pass",
      ...RDMA_HOLDS, // RoCEv2 on both
      "rdma-weight": "not-applicable",
      "sr-iov-weight": "pass",
      "virtual-function": "pass",
      "guest-rdma-driver": "not-applicable",
      "vm-running": "pass",
    },
  },
};

const LINUX_WITHOUT_FUNCTION: Expected = {
  "sr-iov": {
    verdict: "ready", // IovWeight 0
    rungs: {
      ...FUNCTION_HOLDS,
      "guest-sr-iov": "unknown", // never reported
      "guest-vf-driver": "not-applicable",
      "sr-iov-weight": "not-applicable",
      "vm-running": "pass",
    },
  },
  vmq: {
    verdict: "active",
    rungs: { "synthetic-adapter": "pass", ...QUEUES_HOLD, "vm-running": "pass" },
  },
  vrss: {
    verdict: "active", // VrssEnabled True, 2 processors, no function
    rungs: {
      "synthetic-adapter": "pass",
      ...QUEUES_HOLD,
      "two-processors": "pass",
      "vrss-requested": "pass",
      "host-build": "pass",
      "guest-vrss": "unknown",
      "no-virtual-function": "pass",
      "guest-rss": "unknown",
      "vm-running": "pass",
    },
  },
  vmmq: {
    verdict: "ready", // VmmqEnabledRequested False
    rungs: {
      "synthetic-adapter": "pass",
      "host-build": "pass",
      "configuration-version": "pass", // 8.0
      "adapter-vmmq-supported": "pass",
      "adapter-vmmq-enabled": "pass",
      ...QUEUES_HOLD,
      "vmmq-requested": "not-applicable",
      "queue-pairs": "pass", // 16 requested
      "two-processors": "pass",
      "vrss-requested": "pass",
      "no-lbfo": "pass",
      "vm-running": "pass",
    },
  },
  "guest-rdma": {
    verdict: "unknown", // RdmaWeight was not recorded
    rungs: {
      ...FUNCTION_HOLDS,
      "guest-sr-iov": "unknown",
      "guest-vf-driver": "not-applicable",
      ...RDMA_HOLDS,
      "rdma-weight": "unknown",
      "sr-iov-weight": "unknown",
      "virtual-function": "not-applicable",
      "guest-rdma-driver": "unknown",
      "vm-running": "pass",
    },
  },
};

describe("the raw host, rung by rung", () => {
  test.each(VM_TECHNOLOGIES)("win-app01, %s", (technology) => {
    const { verdict, rungs } = WINDOWS_WITH_FUNCTION[technology];
    expect(rungsOn(technology, vmOf("win-app01"))).toEqual(rungs);
    expect(verdictOn(technology, vmOf("win-app01"))).toBe(verdict);
  });

  test.each(VM_TECHNOLOGIES)("lnx-db01, its first adapter, %s", (technology) => {
    const { verdict, rungs } = LINUX_WITHOUT_FUNCTION[technology];
    expect(rungsOn(technology, vmOf("lnx-db01"))).toEqual(rungs);
    expect(verdictOn(technology, vmOf("lnx-db01"))).toBe(verdict);
  });

  test("lnx-db01, its legacy adapter, which is on no switch", () => {
    const legacy = judgeNetwork(vmOf("lnx-db01")).ladders.slice(5);
    expect(legacy.map(({ status }) => status)).toEqual(Array(5).fill("not-applicable"));
  });

  test("win-tmpl01 is off: nothing is judged, and its static rungs are shown", () => {
    const off = vmOf("win-tmpl01");
    expect(judgeNetwork(off).ladders.map(({ status }) => status)).toEqual(Array(5).fill("not-applicable"));
    expect(rungsOn("sr-iov", off)).toMatchObject({ ...FUNCTION_HOLDS, "vm-running": "not-applicable" });
    expect(rungsOn("vmq", off)).toMatchObject(QUEUES_HOLD);
  });

  test("nothing is wrong with any of them", () => {
    for (const name of ["win-app01", "lnx-db01", "win-tmpl01"]) {
      const judged = judgeNetwork(vmOf(name));
      expect(netFindings(judged)).toEqual([]);
      expect(judged.askedElsewhere).toEqual([]);
    }
  });
});
