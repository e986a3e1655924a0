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
    lead: "The UEFI firmware of generation 2 starts only boot loaders with a signature that its template allows. It does not depend on the host's own firmware.",
    facts: [
      ...needs("2", "2012 R2; for Linux Windows 10, Server 2016 or later", "any; for Linux 6.2"),
      { name: "By default", value: "on, with the Microsoft Windows template" },
      { name: "For Windows", value: "`MicrosoftWindows`" },
      { name: "For Linux", value: "`MicrosoftUEFICertificateAuthority`" },
    ],
    breaks: [
      {
        weight: "bad",
        subject: "The boot path",
        text: "is closed to unsigned code before any guest protection starts",
      },
      { weight: "minor", subject: "VBS and Credential Guard", text: "in the guest depend on it" },
      { weight: "fine", subject: "FreeBSD", text: "does not support it, and no finding is opened" },
    ],
    hands: [
      {
        system: "Windows guest",
        check: FIRMWARE,
        fix: remedies.turnOnSecureBoot(ANY_VM, "MicrosoftWindows"),
      },
      {
        system: "Linux guest",
        check: lookInLinux("Linux", "mokutil --sb-state", "Run as root."),
        fix: remedies.turnOnSecureBoot(ANY_VM, "MicrosoftUEFICertificateAuthority"),
      },
    ],
    sources: [SOURCES.generations, SOURCES.featureTable, SOURCES.configurationVersions],
    rules: ["vm.secure-boot"],
  }),
  capabilityPage({
    key: "shielded",
    lead: "A VM in a guarded fabric whose contents are protected from its own host's administrators. No longer developed since Server 2022: use a virtual TPM with Secure Boot instead.",
    facts: [
      ...needs("2", "Server 2016 or later, in a guarded fabric", "7.0"),
      { name: "By default", value: "off" },
      { name: "Instead", value: "[Virtual TPM](capabilities/vtpm)" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Untrusted hosts",
        text: "cannot read the VM's disk and memory",
      },
      {
        weight: "fine",
        subject: "New VMs",
        text: "do not need shielding: disk encryption with a virtual TPM covers most of it",
      },
    ],
    hands: [{ system: "Host", check: SECURITY, fix: remedies.turnOnVtpm(ANY_VM) }],
    notes: ["Services that a shielded VM blocks (data exchange, guest services) do not count as faults."],
    sources: [SOURCES.shieldedVms, SOURCES.removed2022, SOURCES.featureTable],
  }),
  capabilityPage({
    key: "vtpm",
    lead: "A TPM 2.0 for the VM, used by BitLocker, Credential Guard and other software that stores keys. Its state is encrypted with a key protector of the host or of a guarded fabric.",
    facts: [
      ...needs("2", "Server 2016 or later", "7.0"),
      { name: "By default", value: "off" },
      { name: "On the host", value: "`Enable-VMTPM`" },
      { name: "Windows 11", value: "requires it" },
    ],
    breaks: [
      { weight: "bad", subject: "Windows 11", text: "refuses feature updates without it" },
      {
        weight: "minor",
        subject: "BitLocker",
        text: "binds its key to it, so a stolen disk stays encrypted",
      },
      {
        weight: "minor",
        subject: "Migrations",
        text: "require the key protector's certificates on the other host, or the VM cannot start there",
      },
    ],
    hands: [
      { system: "Host", check: SECURITY, fix: remedies.turnOnVtpm(ANY_VM) },
      {
        system: "Windows guest",
        check: lookInWindows("Get-Tpm | Format-List TpmPresent, TpmReady", "Run as administrator."),
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
    lead: "Virtualization-based security inside the guest: secrets and code integrity are kept in memory that the guest's own kernel cannot access.",
    facts: [
      ...needs("2, with Secure Boot on", "Server 2016 or later", "8.0"),
      { name: "By default", value: "offered, unless the VM is opted out" },
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
        subject: "Whether it is running",
        text: "is visible only in the guest: the best status here is available",
      },
    ],
    hands: [
      { system: "Host", check: SECURITY, fix: remedies.allowVbs(ANY_VM) },
      {
        system: "Windows guest",
        check: lookInWindows(
          "(Get-CimInstance -Namespace root\\Microsoft\\Windows\\DeviceGuard -ClassName Win32_DeviceGuard).VirtualizationBasedSecurityStatus",
          "2 means it is running.",
        ),
        fix: remedies.turnOnVbsInWindows(),
      },
    ],
    sources: [SOURCES.configurationVersions, SOURCES.generations],
  }),
];
