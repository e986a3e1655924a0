import { describe, expect, test } from "vitest";
import type { GuestFacts } from "../facts.ts";
import { recogniseGuest } from "../guest/recognise-guest.ts";
import { sampleGuest } from "../sample-facts.ts";
import type { ComponentReading } from "../services/component-reading.ts";
import { linux, VM_ID } from "../testing/vm-cases.ts";
import type { ComponentKey } from "../words.ts";
import { guestRemedies } from "./guest-remedies.ts";
import { disableOnHost, enableOnHost } from "./host-switch.ts";

const remedies = (
  key: ComponentKey,
  problem: ComponentReading | "silent",
  guest: GuestFacts | null,
  hostBuild: number | null = 20348,
) => guestRemedies(key, problem, recogniseGuest(guest), { vmId: VM_ID, hostBuild });
const windows = (build: number) =>
  sampleGuest({ osName: "Windows Server 2012 Standard", osBuildNumber: String(build) });
const FREEBSD = sampleGuest({ osName: "FreeBSD", osMajorVersion: "13" });

describe("the switch on the host", () => {
  test("is selected by the VM's id and the component's GUID, never by a name", () => {
    expect(enableOnHost("heartbeat", VM_ID)).toEqual({
      runOn: "host",
      shell: "powershell",
      platform: null,
      command: `Get-VM -Id '${VM_ID}' | Get-VMIntegrationService | Where-Object { $_.Id -like '*\\84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47' } | Enable-VMIntegrationService`,
      cost: "nothing",
      note: "Takes effect immediately, while the VM is running.",
    });
    expect(disableOnHost("guest-services", VM_ID).command).toMatch(
      /'\*\\6C09BB55-D683-4DA0-8931-C9BF705F6480' } \| Disable-VMIntegrationService$/,
    );
  });
});

describe("what to type in the guest", () => {
  test.each<{
    name: string;
    key: ComponentKey;
    problem: ComponentReading;
    guest: GuestFacts;
    platform: string;
    command: string;
  }>([
    {
      name: "Windows",
      key: "vss",
      problem: "no-contact",
      guest: sampleGuest(),
      platform: "Windows",
      command: "Set-Service -Name vmicvss -StartupType Manual; Start-Service -Name vmicvss",
    },
    {
      name: "Windows, lost",
      key: "data-exchange",
      problem: "lost",
      guest: sampleGuest(),
      platform: "Windows",
      command:
        "Set-Service -Name vmickvpexchange -StartupType Manual; Restart-Service -Name vmickvpexchange -Force",
    },
    {
      name: "Ubuntu",
      key: "data-exchange",
      problem: "no-contact",
      guest: linux("Ubuntu", "22.04"),
      platform: "Ubuntu",
      command: "apt-get install -y linux-cloud-tools-virtual && systemctl enable --now hv-kvp-daemon",
    },
    {
      name: "Debian",
      key: "vss",
      problem: "no-contact",
      guest: linux("Debian GNU/Linux", "12"),
      platform: "Debian",
      command: "apt-get install -y hyperv-daemons && systemctl enable --now hv-vss-daemon",
    },
    {
      name: "RHEL",
      key: "data-exchange",
      problem: "no-contact",
      guest: linux("Red Hat Enterprise Linux", "9.3"),
      platform: "RHEL, AlmaLinux, Rocky, Oracle",
      command: "dnf install -y hyperv-daemons && systemctl enable --now hypervkvpd",
    },
    {
      name: "RHEL 7, which has no dnf",
      key: "data-exchange",
      problem: "no-contact",
      guest: linux("CentOS Linux", "7"),
      platform: "RHEL, AlmaLinux, Rocky, Oracle",
      command: "yum install -y hyperv-daemons && systemctl enable --now hypervkvpd",
    },
    {
      name: "Fedora",
      key: "vss",
      problem: "no-contact",
      guest: linux("Fedora Linux", "41"),
      platform: "RHEL, AlmaLinux, Rocky, Oracle",
      command: "dnf install -y hyperv-daemons && systemctl enable --now hypervvssd",
    },
    {
      name: "AlmaLinux",
      key: "vss",
      problem: "error",
      guest: linux("AlmaLinux", "9.3"),
      platform: "RHEL, AlmaLinux, Rocky, Oracle",
      command: "dnf install -y hyperv-daemons && systemctl enable --now hypervvssd",
    },
    {
      name: "Rocky",
      key: "guest-services",
      problem: "no-contact",
      guest: linux("Rocky Linux", "8.9"),
      platform: "RHEL, AlmaLinux, Rocky, Oracle",
      command: "dnf install -y hyperv-daemons && systemctl enable --now hypervfcopyd",
    },
    {
      name: "SLES",
      key: "data-exchange",
      problem: "no-contact",
      guest: linux("SLES", "15.5"),
      platform: "SUSE",
      command: "zypper --non-interactive install hyper-v && systemctl list-unit-files 'hv*' 'hyper*'",
    },
    {
      name: "Arch",
      key: "vss",
      problem: "no-contact",
      guest: linux("Arch Linux"),
      platform: "Arch",
      command: "pacman -S --needed --noconfirm hyperv && systemctl enable --now hv_vss_daemon",
    },
    {
      name: "Alpine",
      key: "vss",
      problem: "no-contact",
      guest: linux("Alpine Linux", "3.19"),
      platform: "Alpine",
      command: "modprobe hv_utils; ls /usr/sbin /usr/bin | grep -i -e '^hv_' -e '^hyperv'",
    },
    {
      name: "the kernel's part",
      key: "shutdown",
      problem: "no-contact",
      guest: linux("Ubuntu", "22.04"),
      platform: "Linux",
      command: "modprobe hv_utils && dmesg | grep -i hv_utils",
    },
    {
      name: "an older kernel",
      key: "shutdown",
      problem: "mismatch",
      guest: linux("Ubuntu", "22.04"),
      platform: "Linux",
      command: "uname -r && modinfo hv_utils",
    },
    {
      name: "FreeBSD",
      key: "data-exchange",
      problem: "no-contact",
      guest: FREEBSD,
      platform: "FreeBSD",
      command: "sysrc hv_kvp_daemon_enable=YES && service hv_kvp_daemon start",
    },
  ])("$name: $key $problem", ({ key, problem, guest, platform, command }) => {
    expect(remedies(key, problem, guest)).toEqual([
      expect.objectContaining({ runOn: "guest", platform, command }),
    ]);
  });

  test.each<[problem: ComponentReading]>([
    ["works"],
    ["works-with-older-protocol"],
    ["unreported"],
    ["strange"],
  ])("nothing against %s", (problem) => expect(remedies("vss", problem, sampleGuest())).toEqual([]));

  test("an unknown guest gets a fix for each system", () => {
    expect(remedies("data-exchange", "no-contact", null).map(({ platform }) => platform)).toEqual([
      "Windows",
      "Ubuntu",
      "Debian",
      "RHEL, AlmaLinux, Rocky, Oracle",
      "SUSE",
      "Arch",
      "FreeBSD",
    ]);
  });

  test("plain Linux gets one for each distribution", () => {
    expect(remedies("vss", "no-contact", linux("Linux"))).toHaveLength(5);
  });

  test("missing updates are listed, and say what installing them costs", () => {
    const [first] = remedies("shutdown", "incompatible", sampleGuest());
    expect(first?.cost).toContain("a reboot of the guest");
  });

  const DISK = ["host", "Windows"];
  test.each<{ name: string; problem: ComponentReading; guest: GuestFacts; host: number; from: string[] }>([
    { name: "mismatch", problem: "mismatch", guest: windows(9200), host: 9600, from: DISK },
    {
      name: "no contact",
      problem: "no-contact",
      guest: windows(9200),
      host: 9600,
      from: ["Windows", ...DISK],
    },
    {
      name: "a guest of its own",
      problem: "no-contact",
      guest: windows(10240),
      host: 9600,
      from: ["Windows"],
    },
    { name: "a newer host", problem: "mismatch", guest: windows(9200), host: 10240, from: ["Windows"] },
  ])("old Windows has its side from a host up to 2012 R2: $name", ({ problem, guest, host, from }) => {
    const found = remedies("vss", problem, guest, host);
    expect(found.map(({ platform }) => platform ?? "host")).toEqual(from);
    expect(found.some(({ command }) => command.includes("vmguest.iso"))).toBe(from.includes("host"));
  });

  test("a silent guest is looked at first, and reset last", () => {
    const [look, reset] = remedies("heartbeat", "silent", null);
    expect(look).toMatchObject({
      runOn: "host",
      command: `vmconnect.exe localhost -G ${VM_ID}`,
      cost: "nothing",
    });
    expect(reset?.cost).toContain("hard reset");
  });
});
