import { describe, expect, test } from "vitest";
import type { GuestFacts } from "../facts.ts";
import { sampleGuest } from "../sample-facts.ts";
import { COMPONENT_KEYS } from "../services/service-catalogue.ts";
import { linux, windows } from "../testing/vm-cases.ts";
import { cannotHaveService } from "./can-have-service.ts";
import { recogniseGuest } from "./recognise-guest.ts";

const freebsd = (version: string | null) =>
  sampleGuest({ osName: "FreeBSD", osMajorVersion: version, osMinorVersion: null, osVersion: null });

describe("services that a guest is known not to be able to have", () => {
  test.each<{ name: string; guest: GuestFacts | null; without: string[] }>([
    { name: "Server 2022", guest: windows(20348), without: [] },
    { name: "Server 2012 R2", guest: windows(9600), without: [] },
    { name: "Server 2012, with updates", guest: windows(9200), without: [] },
    { name: "just below Server 2012", guest: windows(9199), without: ["guest-services"] },
    { name: "Server 2008 R2", guest: windows(7601), without: ["guest-services"] },
    { name: "Ubuntu", guest: linux("Ubuntu", "22.04"), without: [] },
    { name: "SLES 15", guest: linux("SLES", "15.5"), without: [] },
    { name: "SLES 11 SP4", guest: linux("SLES", "11.4"), without: [] },
    {
      name: "SLES 11 SP3",
      guest: linux("SUSE Linux Enterprise Server", "11.3"),
      without: ["guest-services"],
    },
    { name: "SLES 11", guest: linux("SLES", "11"), without: ["guest-services"] },
    { name: "SLES 10", guest: linux("SLES", "10.4"), without: ["guest-services"] },
    { name: "SLES without a version", guest: linux("SLES"), without: [] },
    { name: "openSUSE", guest: linux("openSUSE", "11.1"), without: [] },
    { name: "Linux of no known distribution", guest: linux("Linux"), without: [] },
    { name: "FreeBSD 13.2", guest: freebsd("13.2"), without: ["guest-services"] },
    { name: "FreeBSD 11.1", guest: freebsd("11.1"), without: ["guest-services"] },
    { name: "FreeBSD 11.0", guest: freebsd("11.0"), without: ["vss", "guest-services"] },
    { name: "FreeBSD 10.4", guest: freebsd("10.4"), without: ["vss", "guest-services"] },
    { name: "FreeBSD 10", guest: freebsd("10"), without: ["vss", "guest-services"] },
    { name: "FreeBSD 11 of some release", guest: freebsd("11"), without: ["guest-services"] },
    { name: "FreeBSD without a version", guest: freebsd(null), without: ["guest-services"] },
    { name: "an unknown name", guest: sampleGuest({ osName: "OpenBSD" }), without: [] },
    { name: "never known", guest: null, without: [] },
  ])("$name: $without", ({ guest, without }) => {
    const system = recogniseGuest(guest);
    expect(COMPONENT_KEYS.filter((key) => cannotHaveService(system, key))).toEqual(without);
  });
});
