import { describe, expect, test } from "vitest";
import { sampleGuest } from "../sample-facts.ts";
import { linux } from "../testing/vm-cases.ts";
import { guestOsName, guestOsShortName } from "./guest-os-name.ts";

describe("the name of a guest's system, long and short", () => {
  test.each([
    [sampleGuest(), "Windows Server 2022 Datacenter", "Server 2022"],
    [
      sampleGuest({ osName: "Microsoft Windows Server 2012 R2 Standard", osBuildNumber: "9600" }),
      "Windows Server 2012 R2 Standard",
      "Server 2012 R2",
    ],
    [sampleGuest({ osName: "Windows 11 Pro", osBuildNumber: "22631" }), "Windows 11 Pro", "Windows 11"],
    [sampleGuest({ osName: "Hyper-V Server 2019" }), "Hyper-V Server 2019", "Hyper-V Server 2019"],
    [sampleGuest({ osName: "Azure Stack HCI" }), "Azure Stack HCI", "Azure Stack HCI"],
    [sampleGuest({ osName: "Windows Embedded" }), "Windows Embedded", "Embedded"],
    [linux("Ubuntu", "22.04"), "Ubuntu 22.04", "Ubuntu 22.04"],
    [linux("Ubuntu 22.04.3 LTS", "22.04"), "Ubuntu 22.04.3 LTS", "Ubuntu 22.04"],
    [linux("Debian  GNU/Linux", "12"), "Debian GNU/Linux 12", "Debian 12"],
    [linux("Red Hat Enterprise Linux", "9.3"), "Red Hat Enterprise Linux 9.3", "RHEL 9.3"],
    [linux("Linux"), "Linux", "Linux"],
    [
      sampleGuest({ osName: "FreeBSD", osMajorVersion: "13", osMinorVersion: "2" }),
      "FreeBSD 13.2",
      "FreeBSD 13.2",
    ],
    [sampleGuest({ osName: "<b>Appliance</b>" }), "<b>Appliance</b>", "<b>Appliance</b>"],
    [sampleGuest({ osName: " " }), null, null],
    [sampleGuest({ osName: null }), null, null],
    [null, null, null],
  ])("%#: %j", (facts, long, short) => {
    expect(guestOsName(facts)).toBe(long);
    expect(guestOsShortName(facts)).toBe(short);
  });
});
