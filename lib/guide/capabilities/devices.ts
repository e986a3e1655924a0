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
    lead: "The VM boots from the network over its ordinary (synthetic) adapter. Generation 1 needs a legacy adapter for it, which is emulated and slow.",
    facts: [
      ...needs("2", "2012 R2 or later", "any"),
      { name: "By default", value: "IPv4; IPv6 by `PreferredNetworkBootProtocol`" },
      { name: "In generation 1", value: "by a legacy adapter" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Installing from the network",
        text: "runs at the adapter's full speed, and needs no second adapter",
      },
      { weight: "fine", subject: "A VM that is installed", text: "has no use for it" },
    ],
    hands: [{ system: "Host", check: ADAPTERS, fix: remedies.bootFromNetwork(ANY_VM) }],
    sources: [SOURCES.generations, SOURCES.limits],
  }),
  capabilityPage({
    key: "software-peripherals",
    lead: "Keyboard, mouse, video and timers of generation 2 are made for virtual machines. Generation 1 emulates a PC of old: BIOS, IDE, PCI bus, PS/2.",
    facts: [
      ...needs("2", "2012 R2 or later", "any"),
      { name: "By default", value: "how generation 2 is made" },
      { name: "COM ports", value: "`Set-VMComPort` can add them" },
    ],
    breaks: [
      {
        weight: "minor",
        subject: "Less is emulated",
        text: "so an idle VM costs the host less, and there is less to attack",
      },
      { weight: "minor", subject: "Old systems", text: "that know only the old devices do not start on it" },
      {
        weight: "fine",
        subject: "Floppies and physical DVD drives",
        text: "are gone; images on SCSI are not",
      },
    ],
    hands: [
      {
        system: "Host",
        check: lookOnHost(`${selectVm(ANY_VM)} | Format-List Generation`),
        fix: null,
        note: "Fixed when the VM is made. How to get there: [gen.conversion](rules/gen.conversion).",
      },
    ],
    sources: [SOURCES.generations],
  }),
  capabilityPage({
    key: "hot-add-network",
    lead: "Network adapters are added and removed while the VM runs.",
    facts: [
      ...needs("2", "Windows 10, Server 2016 or later", "any"),
      { name: "By default", value: "there" },
      { name: "On the host", value: "`Add-VMNetworkAdapter`" },
    ],
    breaks: [
      { weight: "minor", subject: "Another network", text: "for a VM, without an outage" },
      {
        weight: "fine",
        subject: "Connecting",
        text: "an adapter that is there to another switch works in either generation",
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
    lead: "The console of a VM as a remote desktop over the hypervisor: clipboard, drives and sound with it, and no network. Of both generations; what counts is the guest, and the host's switch.",
    facts: [
      ...needs("1 and 2", "2012 R2 or later", "any"),
      { name: "By default", value: "off on servers, on in Windows clients" },
      { name: "On the host", value: "`EnableEnhancedSessionMode`" },
      { name: "Linux guests", value: "with xrdp on the VM's socket" },
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
        text: "have it off because whoever connects shares drives and clipboard with the guest",
      },
      { weight: "fine", subject: "No reason for generation 2", text: "though it is often named as one" },
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
