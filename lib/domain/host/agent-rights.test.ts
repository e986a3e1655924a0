import { describe, expect, test } from "vitest";
import { sampleHost } from "../sample-facts.ts";
import { agentRights } from "./agent-rights.ts";

type Flag = boolean | null;

describe("host.agent-rights", () => {
  test.each<{ hyperv: Flag; administrator: Flag; vms: number; says: string }>([
    { hyperv: true, administrator: true, vms: 0, says: "ok" },
    { hyperv: true, administrator: true, vms: 5, says: "ok" },
    { hyperv: false, administrator: true, vms: 0, says: "critical" },
    { hyperv: false, administrator: false, vms: 0, says: "critical" },
    { hyperv: false, administrator: null, vms: 0, says: "critical" },
    { hyperv: false, administrator: true, vms: 1, says: "ok" },
    { hyperv: false, administrator: false, vms: 1, says: "info" },
    { hyperv: false, administrator: null, vms: 1, says: "unknown" },
    { hyperv: true, administrator: false, vms: 0, says: "info" },
    { hyperv: true, administrator: false, vms: 5, says: "info" },
    { hyperv: null, administrator: false, vms: 0, says: "info" },
    { hyperv: null, administrator: false, vms: 5, says: "info" },
    { hyperv: true, administrator: null, vms: 5, says: "unknown" },
    { hyperv: null, administrator: true, vms: 0, says: "unknown" },
    { hyperv: null, administrator: true, vms: 5, says: "ok" },
    { hyperv: null, administrator: null, vms: 0, says: "unknown" },
    { hyperv: null, administrator: null, vms: 5, says: "unknown" },
  ])(
    "hyperv $hyperv, administrator $administrator, $vms VMs → $says",
    ({ hyperv, administrator, vms, says }) => {
      const outcome = agentRights({ host: sampleHost({ rights: { hyperv, administrator } }), vmCount: vms });
      expect(outcome.status === "finding" ? outcome.severity : outcome.status).toBe(says);
    },
  );

  test("rights that were not read at all open nothing", () => {
    expect(agentRights({ host: sampleHost({ rights: null }), vmCount: 0 })).toEqual({ status: "unknown" });
  });

  test("the missing right decides, and the fix names its group by SID", () => {
    const outcome = agentRights({
      host: sampleHost({ rights: { hyperv: false, administrator: true } }),
      vmCount: 0,
    });
    expect(outcome).toMatchObject({
      evidence: [
        { name: "Hyper-V rights", value: false, decides: true },
        {},
        { name: "VMs reported", value: 0 },
      ],
    });
    const commands = outcome.status === "finding" ? outcome.remedies.map(({ command }) => command) : [];
    expect(commands[1]).toContain("S-1-5-32-544");
    expect(commands[2]).toContain("S-1-5-32-578");
  });
});
