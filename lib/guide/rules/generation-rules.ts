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
import { lookInWindows, lookOnHost } from "../look.ts";
import type { GuideCase, GuideHand } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { ends, freezes, holds, opens, rulePage } from "./rule-page.ts";

export const secureBootRule = rulePage({
  id: "vm.secure-boot",
  lead: "Secure Boot of a generation 2 VM is off though its guest starts under it, or is on with a template that fits its guest badly. Configuration, so it counts while the VM is off, and by the guest that was known last.",
  speaksOf: "a VM of generation 2, running or not",
  see: "[UEFI Secure Boot](capabilities/uefi-secure-boot)",
  breaks: [
    {
      weight: "bad",
      subject: "Off",
      text: "whatever gets into the boot path starts before the guest's own protection does",
    },
    { weight: "minor", subject: "VBS and Credential Guard", text: "need it: [VBS](capabilities/vbs)" },
    {
      weight: "minor",
      subject: "Linux",
      text: "starts under it with the template of the UEFI certificate authority, on hosts from 2016 on",
    },
    { weight: "fine", subject: "FreeBSD", text: "does not start under it, so off is right" },
  ],
  cases: [
    opens("warning", "Off, and the guest is Windows"),
    opens(
      "info",
      "Off, and the guest is a Linux whose release starts under it, on a host that knows the template",
    ),
    opens(
      "info",
      "On with `MicrosoftWindows`, and a Linux guest runs all the same: its boot loader is signed by hand",
    ),
    holds(
      "On; or off under FreeBSD, an older Linux, a system that nobody lists, or on a host before 2016 with a Linux guest",
    ),
    freezes("The setting, or the guest, is not known"),
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
      note: "In the guest `mokutil --sb-state` says whether it is in force.",
    },
  ],
  sources: [SOURCES.generations, SOURCES.featureTable, SOURCES.linuxPractice],
});

export const vtpmRule = rulePage({
  id: "vm.vtpm",
  lead: "Windows 11 runs without a TPM, which it asks for. Other guests may do without, and are not told.",
  speaksOf: "a VM of generation 2 with Windows 11",
  see: "[Virtual TPM](capabilities/vtpm)",
  breaks: [
    { weight: "bad", subject: "Feature updates of Windows 11", text: "are refused" },
    { weight: "minor", subject: "BitLocker", text: "has nowhere safe to keep its key" },
    { weight: "fine", subject: "Today's work", text: "goes on: the guest that is installed starts and runs" },
  ],
  cases: [
    opens("warning", "Windows 11, and no virtual TPM"),
    holds("There is a virtual TPM"),
    freezes("The guest, or whether there is a TPM, is not known"),
    ends("Another system, or generation 1"),
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

/** Worst first, as a check may answer. */
const WEIGHTS = ["block", "caution", "unknown", "pass"] as const;

/** Each check with the worst that it can say: computed from the checks themselves. */
function checkCases(): GuideCase[] {
  return conversionChecks().map(({ key, title, grounds }) => ({
    says: `${key} ${title}${grounds.some(({ isForGuest }) => isForGuest === true) ? ": only the guest can tell" : ""}`,
    status: WEIGHTS.find((weight) => grounds.some(({ status }) => status === weight)) ?? "pass",
    finding: null,
  }));
}

const SOME_WINDOWS: Guest = { family: "windows", name: "Windows Server 2019", build: 17763, bits: 64 };

/** The plan's own steps in the guest, after a look each. */
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
  lead: "The VM is of generation 1. That is supported and no fault: this says what there would be to gain and what keeps it, and never weighs more than a remark. A conversion is a new VM round the converted boot disk.",
  speaksOf: "a VM of generation 1, running or not",
  see: "[What generation 2 brings](capabilities/uefi-secure-boot)",
  breaks: [],
  cases: [
    opens("info", "Generation 1, whatever the checks say"),
    freezes("The generation was not read"),
    ends("Generation 2, or a test replica"),
  ],
  tables: [
    {
      title: "The sixteen checks, and the worst that each can say",
      asks: "Check",
      status: "Status",
      finding: null,
      rows: checkCases(),
    },
  ],
  hands: [...WINDOWS_STEPS, { system: "Host", check: listComPorts(ANY_VM), fix: convertToVhdx(ANY_VM) }],
  notes: [
    "A block beats an unknown, an unknown beats a caution; what only the guest can tell does not decide, and neither do G4 and G16.",
    "The new VM has a new id: backup chains, replication, addresses by DHCP and licences by hardware begin anew.",
  ],
  sources: [SOURCES.generations, SOURCES.mbr2gpt, SOURCES.limits],
});
