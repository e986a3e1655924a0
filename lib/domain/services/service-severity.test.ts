import { describe, expect, test } from "vitest";
import type { GuestFacts } from "../facts.ts";
import { recogniseGuest } from "../guest/recognise-guest.ts";
import { sampleGuest, sampleService } from "../sample-facts.ts";
import { linux, windows } from "../testing/vm-cases.ts";
import type { Severity } from "../words.ts";
import { readComponent } from "./component-reading.ts";
import { COMPONENT_KEYS } from "./service-catalogue.ts";
import { severityOf, worseSeverity } from "./service-severity.ts";

const W = "warning";
const I = "info";
const C = "critical";

/** In the order heartbeat, shutdown, time sync, data exchange, VSS, guest services. */
type Six = [
  Severity | null,
  Severity | null,
  Severity | null,
  Severity | null,
  Severity | null,
  Severity | null,
];

const NEW_WINDOWS = windows(20348);
const FIRST_SERVICED = windows(10240, "Windows 10 Pro");
const OLD_WINDOWS = windows(9600, "Windows Server 2012 R2");
const UBUNTU = linux("Ubuntu", "22.04");
const FREEBSD = sampleGuest({ osName: "FreeBSD", osMajorVersion: "13" });
const STRANGER = sampleGuest({ osName: "OpenBSD" });

describe("severity of a number, by service and guest", () => {
  test.each<{ primary: number | null; guest: GuestFacts | null; name: string; six: Six }>([
    { name: "works", primary: 2, guest: NEW_WINDOWS, six: [null, null, null, null, null, null] },
    { name: "not reported", primary: null, guest: NEW_WINDOWS, six: [null, null, null, null, null, null] },
    {
      name: "a number of no meaning",
      primary: 99,
      guest: NEW_WINDOWS,
      six: [null, null, null, null, null, null],
    },
    { name: "degraded", primary: 3, guest: NEW_WINDOWS, six: [I, I, I, I, I, I] },
    { name: "degraded Linux", primary: 3, guest: UBUNTU, six: [I, I, I, I, I, I] },
    { name: "disabled by its status", primary: 32896, guest: NEW_WINDOWS, six: [W, W, I, W, I, null] },

    { name: "no contact, Windows", primary: 12, guest: NEW_WINDOWS, six: [W, W, I, W, W, I] },
    { name: "no contact, old Windows", primary: 12, guest: OLD_WINDOWS, six: [W, W, I, W, W, I] },
    { name: "no contact, Linux", primary: 12, guest: UBUNTU, six: [W, W, I, I, I, I] },
    { name: "no contact, plain Linux", primary: 12, guest: linux("Linux"), six: [W, W, I, I, I, I] },
    { name: "no contact, FreeBSD", primary: 12, guest: FREEBSD, six: [W, W, I, I, I, I] },
    { name: "no contact, an unknown name", primary: 12, guest: STRANGER, six: [W, I, I, I, I, I] },
    { name: "no contact, never known", primary: 12, guest: null, six: [W, I, I, I, I, I] },

    { name: "lost, Windows", primary: 13, guest: NEW_WINDOWS, six: [C, W, I, W, W, I] },
    { name: "lost, Linux", primary: 13, guest: UBUNTU, six: [C, W, I, I, I, I] },
    { name: "lost, never known: it did answer once", primary: 13, guest: null, six: [C, W, I, I, I, I] },

    { name: "error, Windows", primary: 6, guest: NEW_WINDOWS, six: [W, W, I, W, W, I] },
    { name: "error, Linux", primary: 6, guest: UBUNTU, six: [W, W, I, I, I, I] },
    { name: "error, never known", primary: 6, guest: null, six: [W, W, I, I, I, I] },

    {
      name: "incompatible, Windows from 10240 on",
      primary: 7,
      guest: FIRST_SERVICED,
      six: [W, W, W, W, W, W],
    },
    { name: "incompatible, older Windows", primary: 7, guest: windows(10239), six: [W, I, I, I, I, I] },
    { name: "incompatible, Linux", primary: 7, guest: UBUNTU, six: [W, I, I, I, I, I] },
    { name: "incompatible, never known", primary: 7, guest: null, six: [W, I, I, I, I, I] },

    {
      name: "mismatch, Windows from 10240 on",
      primary: 32775,
      guest: FIRST_SERVICED,
      six: [W, W, W, W, W, W],
    },
    { name: "mismatch, older Windows", primary: 32775, guest: windows(10239), six: [I, I, I, I, I, I] },
    { name: "mismatch, Linux", primary: 32775, guest: UBUNTU, six: [I, I, I, I, I, I] },
    { name: "mismatch, never known", primary: 32775, guest: null, six: [I, I, I, I, I, I] },
  ])("$name", ({ primary, guest, six }) => {
    const system = recogniseGuest(guest);
    const severities = COMPONENT_KEYS.map((key) => {
      const reading = readComponent(key, sampleService({ primaryStatus: primary }));
      return severityOf(key, reading, system);
    });
    expect(severities).toEqual(six);
  });

  test.each([32782, 32783, 32784])(
    "heartbeat with secondary %i is a warning on any guest",
    (secondaryStatus) => {
      const reading = readComponent("heartbeat", sampleService({ secondaryStatus }));
      expect(severityOf("heartbeat", reading, recogniseGuest(null))).toBe("warning");
    },
  );
});

test.each<[Severity | null, Severity | null, Severity | null]>([
  [null, null, null],
  [null, "info", "info"],
  ["info", "warning", "warning"],
  ["warning", "info", "warning"],
  ["warning", "critical", "critical"],
  ["critical", null, "critical"],
])("the worse of %j and %j is %j", (left, right, worse) => {
  expect(worseSeverity(left, right)).toBe(worse);
});
