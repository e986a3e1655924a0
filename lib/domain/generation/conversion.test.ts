import { describe, expect, test } from "vitest";
import {
  generation1,
  onBuild,
  secureBoot,
  security,
  thirtyTwoBits,
  world,
} from "../testing/generation-cases.ts";
import { linux, VM_ID, windows } from "../testing/vm-cases.ts";
import { conversionVerdict, describeConversion } from "./conversion.ts";

describe("the verdict on a conversion", () => {
  test.each([
    { name: "nothing stands in the way", vm: generation1(), verdict: "ready", left: 2 },
    {
      name: "Linux, nothing stands in the way",
      vm: generation1({ guest: linux("Ubuntu", "22.04") }),
      verdict: "ready",
      left: 3,
    },
    {
      name: "Windows without mbr2gpt",
      vm: generation1({ guest: windows(14393) }),
      verdict: "caution",
      left: 1,
    },
    {
      name: "key storage drive",
      vm: generation1(security({ ksdEnabled: true })),
      verdict: "caution",
      left: 1,
    },
    { name: "replicated", vm: generation1({ replicationMode: "Primary" }), verdict: "caution", left: 2 },
    {
      name: "unknown comes before caution",
      vm: generation1({ replicationMode: "Primary", checkpoints: null }),
      verdict: "unknown",
      left: 2,
    },
    {
      name: "blocked comes before unknown",
      vm: generation1({ checkpoints: null, hasRemoteFx: true }),
      verdict: "blocked",
      left: 2,
    },
    { name: "guest never known", vm: generation1({ guest: null }), verdict: "unknown", left: 3 },
    {
      name: "generation 2",
      vm: generation1({ generation: 2, ...secureBoot("On") }),
      verdict: "not-applicable",
      left: 0,
    },
    { name: "generation unread", vm: generation1({ generation: null }), verdict: "unknown", left: 0 },
  ])("$name: $verdict, $left left to the guest", ({ vm, verdict, left }) => {
    const scene = world({ vm });
    const described = describeConversion(scene);
    expect({ verdict: conversionVerdict(scene), left: described.guestChecks }).toEqual({ verdict, left });
    expect(described.verdict).toBe(verdict);
    expect(described.checks.map(({ key }) => key)).toEqual(
      vm.generation === 1 ? Array.from({ length: 16 }, (_, index) => `G${index + 1}`) : [],
    );
  });

  test("every check has one decider and a sentence", () => {
    for (const guest of [null, windows(17763), linux("Ubuntu", "22.04")]) {
      for (const { evidence, summary } of describeConversion(world({ vm: generation1({ guest }) })).checks) {
        expect(evidence.filter(({ decides }) => decides)).toHaveLength(1);
        expect(summary).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});

describe("the plan", () => {
  const titles = (vm: Parameters<typeof generation1>[0], build = 20348) =>
    describeConversion(world({ vm: generation1(vm), host: onBuild(build) })).plan.map(({ title }) => title);

  const vhdDisks = () => generation1().disks?.map((disk) => ({ ...disk, vhdFormat: "VHD" })) ?? null;

  test("of an ordinary Windows: look, keep a way back, one outage, retire", () => {
    expect(titles({ isClustered: false })).toEqual([
      "Check in the guest (Windows): the boot disk can be converted to GPT",
      "Check in the guest (Windows): no disk is encrypted, or encryption is suspended",
      "Create a fallback copy",
      "Suspend BitLocker if it is on",
      "Convert the boot disk to GPT",
      "Shut the VM down",
      "Create a generation 2 VM with the boot disk",
      "Move the data disks",
      "Add the network adapters",
      "Set Secure Boot and the boot order",
      "Add a virtual TPM",
      "Start the new VM and check it",
      "Resume BitLocker if it was on",
      "Back up the new VM and retire the old one",
    ]);
  });

  test("does first what its cautions require", () => {
    const all = titles({
      checkpoints: { count: 1, oldestAt: null },
      comPortPaths: ["COM1"],
      floppyPath: "D:\\boot.vfd",
      replicationMode: "Primary",
      isClustered: true,
      disks: vhdDisks(),
    });
    for (const title of [
      "Merge the checkpoints",
      "Eject the floppy disk",
      "Record the COM ports",
      "Stop replication",
    ])
      expect(all.indexOf(title)).toBeLessThan(all.indexOf("Shut the VM down"));
    expect(all.indexOf("Convert the boot disk to VHDX")).toBe(all.indexOf("Shut the VM down") + 1);
    expect(all).toContain("Replace the old VM with the new one in the cluster");
    expect(all).toContain("Set up replication again");
  });

  test("of a Windows without mbr2gpt: the disk is converted once the VM is down, before anything rests on it", () => {
    const all = titles({ guest: windows(14393), disks: vhdDisks() });
    expect(all).not.toContain("Convert the boot disk to GPT");
    const at = all.indexOf("Shut the VM down");
    expect(all.slice(at, at + 4)).toEqual([
      "Shut the VM down",
      "Convert the boot disk offline",
      "Convert the boot disk to VHDX",
      "Create a generation 2 VM with the boot disk",
    ]);
  });

  test("is empty where another guest is needed, and for generation 2", () => {
    expect(titles({ guest: thirtyTwoBits(windows(17763)) })).toEqual([]);
    expect(titles({ guest: windows(7601, "Windows 7") })).toEqual([]);
    expect(titles({ generation: 2 })).toEqual([]);
  });

  test("begins with the guest if it is unknown", () => {
    expect(titles({ guest: null })[0]).toBe("Find out which OS runs in the VM");
  });

  test.each([14393, 20348])("of Windows %s states the cost of each step and selects by id only", (build) => {
    const name = "'; Remove-VM *; '";
    const vm = generation1({ name, replicationMode: "Primary", guest: windows(build) });
    const { plan } = describeConversion(world({ vm }));
    for (const { command, outage, note } of plan) {
      expect(outage).not.toBe("");
      expect(note).not.toBe("");
      expect(command).not.toContain("Remove-VM *");
    }
    for (const { command } of plan.filter(({ runOn }) => runOn === "host"))
      expect(command).toContain(`Get-VM -Id '${VM_ID}'`);
    const ofNew = plan.filter(({ command }) => command.includes('-EQ "$($old.Name)-gen2"'));
    expect(ofNew.length).toBeGreaterThan(0);
    for (const { command } of ofNew) expect(command).toContain("| Select-Object -Last 1;");
  });
});
