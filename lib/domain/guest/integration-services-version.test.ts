import { describe, expect, test } from "vitest";
import type { GuestFacts } from "../facts.ts";
import { sampleGuest } from "../sample-facts.ts";
import { lastKnown, remembering } from "../testing/vm-cases.ts";
import { integrationServicesVersion } from "./integration-services-version.ts";
import { knownGuest } from "./known-guest.ts";

describe("the version of the integration services", () => {
  const guest = (integrationServicesVersion: string | null): GuestFacts =>
    sampleGuest({ integrationServicesVersion });

  test.each<{
    name: string;
    guest: GuestFacts | null;
    host: string | null;
    version: string | null;
    toldBy: string | null;
  }>([
    {
      name: "the guest tells",
      guest: guest("10.0.20348.1"),
      host: "0.0",
      version: "10.0.20348.1",
      toldBy: "guest",
    },
    {
      name: "the guest is believed first",
      guest: guest("6.3"),
      host: "6.2",
      version: "6.3",
      toldBy: "guest",
    },
    {
      name: "only the host tells",
      guest: guest(null),
      host: "6.3.9600.18907",
      version: "6.3.9600.18907",
      toldBy: "host",
    },
    { name: "0.0 is not reported", guest: guest("0.0"), host: "0.0", version: null, toldBy: null },
    { name: "empty is not reported", guest: guest(""), host: "", version: null, toldBy: null },
    { name: "null is not reported", guest: null, host: null, version: null, toldBy: null },
  ])("$name", ({ guest, host, version, toldBy }) => {
    const known = knownGuest(guest, remembering());
    expect(integrationServicesVersion({ integrationServicesVersion: host }, known)).toEqual({
      version,
      toldBy,
    });
  });

  test("the last known guest is asked while it does not tell", () => {
    const known = knownGuest(null, lastKnown(guest("10.0.14393.0")));
    expect(integrationServicesVersion({ integrationServicesVersion: "0.0" }, known).version).toBe(
      "10.0.14393.0",
    );
  });
});
