import * as remedies from "../../domain/remedies/generation-2.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { lookInLinux, lookInWindows, lookOnHost } from "../look.ts";
import type { GuidePage } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { capabilityPage, needs } from "./capability-page.ts";

const FIRMWARE = lookOnHost(
  `${selectVm(ANY_VM)} | Get-VMFirmware | Format-List SecureBoot, SecureBootTemplate`,
);
const SECURITY = lookOnHost(
  `${selectVm(ANY_VM)} | Get-VMSecurity | Format-List TpmEnabled, Shielded, VirtualizationBasedSecurityOptOut`,
);

export const SECURITY_PAGES: readonly GuidePage[] = [
  capabilityPage({
    key: "uefi-secure-boot",
    lead: "The firmware of generation 2 is UEFI, and starts only a boot loader that is signed as its template wants. It does not depend on the host's own firmware.",
    facts: [
      ...needs("2", "2012 R2; for Linux Windows 10, Server 2016 or later", "any; for Linux 6.2"),
      { name: "By default", value: "on, with Windows' template" },
      { name: "For Windows", value: "`MicrosoftWindows`" },
      { name: "For Linux", value: "`MicrosoftUEFICertificateAuthority`" },
    ],
    breaks: [
      {
        weight: "bad",
        subject: "The boot path",
        text: "is closed to code that nobody signed, before any protection of the guest runs",
      },
      { weight: "minor", subject: "VBS and Credential Guard", text: "in the guest rest on it" },
      { weight: "fine", subject: "FreeBSD", text: "does not start under it, and is not told to" },
    ],
    hands: [
      {
        system: "Windows guest",
        check: FIRMWARE,
        fix: remedies.turnOnSecureBoot(ANY_VM, "MicrosoftWindows"),
      },
      {
        system: "Linux guest",
        check: lookInLinux("Linux", "mokutil --sb-state", "As root."),
        fix: remedies.turnOnSecureBoot(ANY_VM, "MicrosoftUEFICertificateAuthority"),
      },
    ],
    sources: [SOURCES.generations, SOURCES.featureTable, SOURCES.configurationVersions],
    rules: ["vm.secure-boot"],
  }),
  capabilityPage({
    key: "shielded",
    lead: "A VM that its own host's administrators cannot look into, in a guarded fabric. No longer developed since Server 2022: what to choose now is a virtual TPM with Secure Boot.",
    facts: [
      ...needs("2", "Server 2016 or later, in a guarded fabric", "7.0"),
      { name: "By default", value: "off" },
      { name: "Instead", value: "[Virtual TPM](capabilities/vtpm)" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Hosts that are not trusted",
        text: "get nothing of the VM's disk and memory",
      },
      {
        weight: "fine",
        subject: "New VMs",
        text: "need no reason to be shielded: disk encryption by a virtual TPM covers most of it",
      },
    ],
    hands: [{ system: "Host", check: SECURITY, fix: remedies.turnOnVtpm(ANY_VM) }],
    notes: [
      "Services that a shielded VM keeps from its host (data exchange, guest services) are no fault here.",
    ],
    sources: [SOURCES.shieldedVms, SOURCES.removed2022, SOURCES.featureTable],
  }),
  capabilityPage({
    key: "vtpm",
    lead: "A TPM 2.0 of the VM's own, for BitLocker, Credential Guard and whatever else keeps keys. Its state is encrypted by a key protector of the host or of a guarded fabric.",
    facts: [
      ...needs("2", "Server 2016 or later", "7.0"),
      { name: "By default", value: "off" },
      { name: "On the host", value: "`Enable-VMTPM`" },
      { name: "Windows 11", value: "asks for it" },
    ],
    breaks: [
      { weight: "bad", subject: "Windows 11", text: "refuses feature updates without it" },
      {
        weight: "minor",
        subject: "BitLocker",
        text: "binds its key to it, so a disk that is carried away stays closed",
      },
      {
        weight: "minor",
        subject: "Moves",
        text: "need the protector's certificates on the other host, or the VM cannot start there",
      },
    ],
    hands: [
      { system: "Host", check: SECURITY, fix: remedies.turnOnVtpm(ANY_VM) },
      {
        system: "Windows guest",
        check: lookInWindows("Get-Tpm | Format-List TpmPresent, TpmReady", "As administrator."),
        fix: null,
      },
      {
        system: "Linux guest",
        check: lookInLinux("Linux", "ls /dev/tpm0 && cat /sys/class/tpm/tpm0/tpm_version_major"),
        fix: null,
      },
    ],
    sources: [SOURCES.configurationVersions, SOURCES.generations, SOURCES.shieldedVms],
    rules: ["vm.vtpm"],
  }),
  capabilityPage({
    key: "vbs",
    lead: "Virtualization-based security inside the guest: its secrets and its code integrity in a part of memory that the guest's own kernel cannot reach.",
    facts: [
      ...needs("2, with Secure Boot on", "Server 2016 or later", "8.0"),
      { name: "By default", value: "offered, unless the VM opted out" },
      { name: "On the host", value: "`VirtualizationBasedSecurityOptOut`" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Credential Guard and memory integrity",
        text: "in a Windows guest need it",
      },
      {
        weight: "fine",
        subject: "Whether it runs",
        text: "only the guest knows: the best word here is available",
      },
    ],
    hands: [
      { system: "Host", check: SECURITY, fix: remedies.allowVbs(ANY_VM) },
      {
        system: "Windows guest",
        check: lookInWindows(
          "(Get-CimInstance -Namespace root\\Microsoft\\Windows\\DeviceGuard -ClassName Win32_DeviceGuard).VirtualizationBasedSecurityStatus",
          "2: it runs.",
        ),
        fix: remedies.turnOnVbsInWindows(),
      },
    ],
    sources: [SOURCES.configurationVersions, SOURCES.generations],
  }),
];
