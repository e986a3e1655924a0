import { describe, expect, test } from "vitest";
import { sampleGuest } from "../sample-facts.ts";
import { recogniseGuest } from "./recognise-guest.ts";

describe("which system a guest has, by its name", () => {
  test.each<[osName: string | null, build: string | null, family: string]>([
    ["Windows Server 2022 Datacenter", "20348", "windows"],
    ["Microsoft Windows Server 2016 Standard", "14393", "windows"],
    ["MICROSOFT windows 11 Pro", "22631", "windows"],
    ["Windows", "7601", "windows"],
    ["Microsoft Hyper-V Server 2019", "17763", "windows"],
    ["Hyper-V Server 2012 R2", "9600", "windows"],
    ["Azure Stack HCI", "25398", "windows"],
    ["Microsoft Azure Local", "26100", "windows"],
    ["Windows Server 2022 Datacenter", " 20348 ", "windows"],
    ["Windows Server 2022 Datacenter", null, "unknown"],
    ["Windows Server 2022 Datacenter", "", "unknown"],
    ["Windows Server 2022 Datacenter", "twenty", "unknown"],
    ["Not Windows", "20348", "unknown"],
    ["ReactOS", "20348", "unknown"],
    ["FreeBSD", "13.2-RELEASE", "freebsd"],
    ["freebsd", null, "freebsd"],
    ["FreeBSD 13.2", null, "freebsd"],
    ["FreeBSDish", null, "unknown"],
    ["Linux", "6.1.0", "linux"],
    ["linux", null, "linux"],
    ["Void Linux", null, "unknown"],
    ["OpenBSD", null, "unknown"],
    ["Archer OS", null, "unknown"],
    ["Kubuntu", null, "unknown"],
    ["", "20348", "unknown"],
    ["   ", "20348", "unknown"],
    [null, "20348", "unknown"],
  ])("%j of build %j is %s", (osName, osBuildNumber, family) => {
    expect(recogniseGuest(sampleGuest({ osName, osBuildNumber })).family).toBe(family);
  });

  test("nothing reported is unknown", () => {
    expect(recogniseGuest(null)).toEqual({ family: "unknown", name: null, bits: null });
  });

  test("a Windows guest's build is a number", () => {
    expect(recogniseGuest(sampleGuest({ osBuildNumber: "20348" }))).toMatchObject({ build: 20348 });
  });
});

describe("which Linux", () => {
  test.each<[osName: string, distribution: string | null]>([
    ["Ubuntu", "Ubuntu"],
    ["UBUNTU 22.04.3 LTS", "Ubuntu"],
    ["Debian GNU/Linux", "Debian"],
    ["Red Hat Enterprise Linux", "Red Hat"],
    ["CentOS Linux", "CentOS"],
    ["AlmaLinux", "AlmaLinux"],
    ["Rocky Linux", "Rocky"],
    ["Oracle Linux Server", "Oracle Linux"],
    ["SLES", "SLES"],
    ["SUSE Linux Enterprise Server", "SUSE"],
    ["openSUSE Leap", "openSUSE"],
    ["opensuse tumbleweed", "openSUSE"],
    ["Fedora Linux", "Fedora"],
    ["Arch Linux", "Arch"],
    ["Alpine Linux", "Alpine"],
    ["Amazon Linux", "Amazon Linux"],
    ["Microsoft Azure Linux", "Azure Linux"],
    ["Common Base Linux Mariner", "Mariner"],
    ["CBL-Mariner", "Mariner"],
    ["Kali GNU/Linux", "Kali"],
    ["VMware Photon OS", "Photon"],
    ["Gentoo", "Gentoo"],
    ["Linux", null],
  ])("%j is %s", (osName, distribution) => {
    expect(recogniseGuest(sampleGuest({ osName }))).toMatchObject({ family: "linux", distribution });
  });

  test.each<[name: string, osName: string, osMajorVersion: string | null, version: string | null]>([
    ["arrives in the major version", "Ubuntu", "22.04", "22.04"],
    ["is the major version's before the name's", "Ubuntu 20.04", "22.04", "22.04"],
    ["is the first number of the name where that is empty", "Ubuntu 20.04.6 LTS", "", "20.04.6"],
    ["is the first number of the name where that is null", "SUSE Linux Enterprise Server 15", null, "15"],
    ["is unknown where neither tells", "Debian GNU/Linux", null, null],
  ])("its version %s", (_name, osName, osMajorVersion, version) => {
    expect(recogniseGuest(sampleGuest({ osName, osMajorVersion }))).toMatchObject({ version });
  });
});

describe("a FreeBSD guest's version", () => {
  test.each<[major: string | null, minor: string | null, osVersion: string | null, version: string | null]>([
    ["13", "2", "13.2-RELEASE", "13.2"],
    ["11.1", null, null, "11.1"],
    [null, null, "11.0-RELEASE", "11.0"],
    ["11", null, "11.0-RELEASE", "11.0"],
    ["12", null, null, "12"],
    ["13", null, "5.15.0", "13"],
    ["13.2", "0", "10.0.20348", "13.2"],
    [null, null, null, null],
  ])("of %j, %j, %j is %j", (osMajorVersion, osMinorVersion, osVersion, version) => {
    const guest = recogniseGuest(
      sampleGuest({ osName: "FreeBSD", osMajorVersion, osMinorVersion, osVersion }),
    );
    expect(guest).toMatchObject({ family: "freebsd", version });
  });
});

describe("how wide its processor is", () => {
  test.each<[architecture: string | null, bits: number | null]>([
    ["9", 64],
    ["x86_64", 64],
    ["AMD64", 64],
    ["12", 64],
    ["aarch64", 64],
    ["arm64", 64],
    ["0", 32],
    ["i386", 32],
    ["i486", 32],
    ["i586", 32],
    ["i686", 32],
    ["i786", null],
    ["5", null],
    ["", null],
    [null, null],
  ])("%j has %j bits", (processorArchitecture, bits) => {
    expect(recogniseGuest(sampleGuest({ processorArchitecture })).bits).toBe(bits);
  });
});
