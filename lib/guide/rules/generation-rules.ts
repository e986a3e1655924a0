import { conversionChecks } from "../../domain/generation/conversion.ts";
import { convertInside, suspendEncryption } from "../../domain/generation/conversion/guest-steps.ts";
import type { ConversionStep } from "../../domain/generation/conversion/step.ts";
import type { Guest } from "../../domain/guest/recognise-guest.ts";
import type { Remedy } from "../../domain/judgement.ts";
import { turnOnSecureBoot, turnOnVtpm } from "../../domain/remedies/generation-2.ts";
import {
  convertToVhdx,
  listComPorts,
  showWindowsEncryption,
  validatePartitions,
} from "../../domain/remedies/conversion.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { checkPlace } from "../../format/guide-href.ts";
import { lookInWindows, lookOnHost } from "../look.ts";
import type { GuideCase, GuideHand } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

export const secureBootRule = rulePage({
  id: "vm.secure-boot",
  lead: "Secure Boot of a generation 2 VM is off although its guest supports it, or is on with a template that does not match its guest. This is configuration, so it is also evaluated while the VM is off, based on the last known guest.",
  speaksOf: "a generation 2 VM, running or not",
  see: "[UEFI Secure Boot](capabilities/uefi-secure-boot)",
  breaks: [
    {
      weight: "bad",
      subject: "With Secure Boot off,",
      text: "malicious code in the boot path can start before the guest's own protection",
    },
    { weight: "minor", subject: "VBS and Credential Guard", text: "need it: [VBS](capabilities/vbs)" },
    {
      weight: "minor",
      subject: "Linux",
      text: "supports it with the Microsoft UEFI Certificate Authority template, on 2016 or later hosts",
    },
    { weight: "fine", subject: "FreeBSD", text: "does not support it, so off is correct" },
  ],
  cases: [
    opens("warning", "Off, and the guest is Windows"),
    opens("info", "Off, and the guest is a Linux release that supports it, on a host that has the template"),
    opens("info", "On with `MicrosoftWindows`, and a Linux guest runs: its boot loader is custom-signed"),
    holds("On; or off with FreeBSD, an older Linux, an unlisted OS, or a Linux guest on a host before 2016"),
    freezes("The setting or the guest is not known"),
    ends("Generation 1, which has no such firmware"),
  ],
  hands: [
    {
      system: "Windows guest",
      check: lookOnHost(`${selectVm(ANY_VM)} | Get-VMFirmware | Format-List SecureBoot, SecureBootTemplate`),
      fix: turnOnSecureBoot(ANY_VM, "MicrosoftWindows"),
    },
    {
      system: "Linux guest",
      check: lookOnHost(`${selectVm(ANY_VM)} | Get-VMFirmware | Format-List SecureBoot, SecureBootTemplate`),
      fix: turnOnSecureBoot(ANY_VM, "MicrosoftUEFICertificateAuthority"),
      note: "In the guest, `mokutil --sb-state` shows whether it is in effect.",
    },
  ],
  sources: [SOURCES.generations, SOURCES.featureTable, SOURCES.linuxPractice],
});

export const vtpmRule = rulePage({
  id: "vm.vtpm",
  lead: "Windows 11 requires a TPM, but the VM has none. Other guests do not require one and open no finding.",
  speaksOf: "a generation 2 VM with Windows 11",
  see: "[Virtual TPM](capabilities/vtpm)",
  breaks: [
    { weight: "bad", subject: "Feature updates of Windows 11", text: "are refused" },
    { weight: "minor", subject: "BitLocker", text: "has no protected place to store its key" },
    { weight: "fine", subject: "The installed guest", text: "continues to start and run" },
  ],
  cases: [
    opens("warning", "Windows 11, and no virtual TPM"),
    holds("There is a virtual TPM"),
    freezes("The guest is not known, or whether it has a TPM"),
    ends("Another OS, or generation 1"),
  ],
  hands: [
    {
      system: "Host",
      check: lookOnHost(`${selectVm(ANY_VM)} | Get-VMSecurity | Format-List TpmEnabled, Shielded`),
      fix: turnOnVtpm(ANY_VM),
    },
    {
      system: "Windows guest",
      check: lookInWindows("Get-Tpm | Format-List TpmPresent, TpmReady"),
      fix: null,
    },
  ],
  sources: [SOURCES.generations, SOURCES.configurationVersions, SOURCES.shieldedVms],
});

/** Worst first. */
const WEIGHTS = ["block", "caution", "unknown", "pass"] as const;

/** Each check with its worst result: computed from the checks themselves. */
function checkCases(): GuideCase[] {
  return conversionChecks().map(({ key, title, grounds }) => ({
    place: checkPlace(key),
    says: `${key} ${title}${grounds.some(({ isForGuest }) => isForGuest === true) ? ": only the guest can tell" : ""}`,
    status: WEIGHTS.find((weight) => grounds.some(({ status }) => status === weight)) ?? "pass",
    finding: null,
  }));
}

const SOME_WINDOWS: Guest = { family: "windows", name: "Windows Server 2019", build: 17763, bits: 64 };

/** The plan's own steps in the guest, each after a check. */
const WINDOWS_STEPS: readonly GuideHand[] = [
  {
    system: "Windows guest",
    check: validatePartitions(),
    fix: convertInside(SOME_WINDOWS).map(toRemedy)[0] ?? null,
  },
  {
    system: "BitLocker",
    check: showWindowsEncryption(),
    fix: suspendEncryption(SOME_WINDOWS).map(toRemedy)[0] ?? null,
  },
];

function toRemedy({ runOn, shell, command, outage, note }: ConversionStep): Remedy {
  return { runOn, shell, command, note, cost: outage, platform: "Windows" };
}

export const conversionRule = rulePage({
  id: "gen.conversion",
  lead: "The VM is generation 1. That is supported and not a fault: this finding shows what generation 2 would add and what blocks it, and is never more than info. A conversion creates a new VM with the converted boot disk.",
  speaksOf: "a generation 1 VM, running or not",
  see: "[What generation 2 adds](capabilities/uefi-secure-boot)",
  breaks: [],
  cases: [
    opens("info", "Generation 1, regardless of the checks"),
    freezes("The generation was not read"),
    ends("Generation 2, or a test replica"),
  ],
  tables: [
    {
      title: "The sixteen checks, and the worst result of each",
      asks: "Check",
      status: "Status",
      finding: null,
      rows: checkCases(),
    },
  ],
  hands: [...WINDOWS_STEPS, { system: "Host", check: listComPorts(ANY_VM), fix: convertToVhdx(ANY_VM) }],
  notes: [
    "A block outranks an unknown, and an unknown outranks a caution. Checks that only the guest can answer do not count, and neither do G4 and G16.",
    "The new VM has a new id: backup chains, replication, DHCP addresses and hardware-bound licences start over.",
  ],
  sources: [SOURCES.generations, SOURCES.mbr2gpt, SOURCES.limits],
});
