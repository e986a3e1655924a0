import * as remedies from "../../domain/remedies/generation-2.ts";
import { selectVm } from "../../domain/remedies/host-switch.ts";
import { lookInLinux, lookInWindows, lookOnHost } from "../look.ts";
import type { GuidePage } from "../page.ts";
import { ANY_VM } from "../placeholders.ts";
import { SOURCES } from "../sources.ts";
import { capabilityPage, needs } from "./capability-page.ts";

const ADAPTERS = lookOnHost(
  `${selectVm(ANY_VM)} | Get-VMNetworkAdapter | Format-Table Name, IsLegacy, SwitchName, MacAddress`,
);

export const DEVICE_PAGES: readonly GuidePage[] = [
  capabilityPage({
    key: "pxe-boot",
    lead: "The VM can boot from the network with its standard (synthetic) adapter. Generation 1 needs a legacy adapter for this, which is emulated and slow.",
    facts: [
      ...needs("2", "2012 R2 or later", "any"),
      { name: "By default", value: "IPv4; IPv6 by `PreferredNetworkBootProtocol`" },
      { name: "In generation 1", value: "with a legacy adapter" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Installing from the network",
        text: "runs at full adapter speed and needs no second adapter",
      },
      { weight: "fine", subject: "An installed VM", text: "does not need it" },
    ],
    hands: [{ system: "Host", check: ADAPTERS, fix: remedies.bootFromNetwork(ANY_VM) }],
    sources: [SOURCES.generations, SOURCES.limits],
  }),
  capabilityPage({
    key: "software-peripherals",
    lead: "Keyboard, mouse, video and timers of generation 2 are designed for virtual machines. Generation 1 emulates legacy PC hardware: BIOS, IDE, PCI bus, PS/2.",
    facts: [
      ...needs("2", "2012 R2 or later", "any"),
      { name: "By default", value: "always in generation 2" },
      { name: "COM ports", value: "`Set-VMComPort` can add them" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Less is emulated,",
        text: "so an idle VM uses fewer host resources, and the attack surface is smaller",
      },
      {
        weight: "minor",
        subject: "Old operating systems",
        text: "that support only the legacy devices do not start",
      },
      {
        weight: "fine",
        subject: "Floppy disks and physical DVD drives",
        text: "are not available; image files on SCSI are",
      },
    ],
    hands: [
      {
        system: "Host",
        check: lookOnHost(`${selectVm(ANY_VM)} | Format-List Generation`),
        fix: null,
        note: "Set when the VM is created and cannot be changed. To convert: [gen.conversion](rules/gen.conversion).",
      },
    ],
    sources: [SOURCES.generations],
  }),
  capabilityPage({
    key: "hot-add-network",
    lead: "Network adapters can be added and removed while the VM is running.",
    facts: [
      ...needs("2", "Windows 10, Server 2016 or later", "any"),
      { name: "By default", value: "there" },
      { name: "On the host", value: "`Add-VMNetworkAdapter`" },
    ],
    breaks: [
      { weight: "minor", subject: "Adding another network", text: "to a VM causes no outage" },
      {
        weight: "fine",
        subject: "Connecting",
        text: "an existing adapter to another switch works in both generations",
      },
    ],
    hands: [
      { system: "Host", check: ADAPTERS, fix: remedies.addNetworkAdapter(ANY_VM) },
      { system: "Linux guest", check: lookInLinux("Linux", "ip link; lsmod | grep hv_netvsc"), fix: null },
    ],
    sources: [SOURCES.featureTable, SOURCES.whatsNewHyperv],
  }),
  capabilityPage({
    key: "enhanced-session",
    lead: "A remote desktop session to the VM console over the hypervisor, with clipboard, drives and sound, without any network. Available in both generations; it depends on the guest and on the host's setting.",
    facts: [
      ...needs("1 and 2", "2012 R2 or later", "any"),
      { name: "By default", value: "off on servers, on in Windows clients" },
      { name: "On the host", value: "`EnableEnhancedSessionMode`" },
      { name: "Linux guests", value: "with xrdp on the Hyper-V socket" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Work at the console",
        text: "without it has no clipboard and a fixed screen",
      },
      {
        weight: "minor",
        subject: "Servers",
        text: "have it off because the connecting user shares drives and clipboard with the guest",
      },
      {
        weight: "fine",
        subject: "Not a reason for generation 2,",
        text: "although it is often cited as one",
      },
    ],
    hands: [
      {
        system: "Host",
        check: lookOnHost("Get-VMHost | Format-List EnableEnhancedSessionMode"),
        fix: remedies.turnOnEnhancedSession(),
      },
      {
        system: "Windows guest",
        check: lookInWindows("Get-Service TermService | Format-List Status, StartType"),
        fix: null,
      },
      {
        system: "Linux guest",
        check: lookInLinux("Linux", "systemctl status xrdp; ss -x --vsock 2>/dev/null | head"),
        fix: null,
      },
    ],
    sources: [SOURCES.featureTable],
  }),
];
