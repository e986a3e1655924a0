import { describe, expect, test } from "vitest";
import type { GuestFacts, IntegrationServiceFacts } from "../facts.ts";
import { recogniseGuest } from "../guest/recognise-guest.ts";
import { sampleGuest } from "../sample-facts.ts";
import { allRows, serviceRows, windows } from "../testing/vm-cases.ts";
import { componentRows } from "./component-rows.ts";
import { guestSilence } from "./guest-silence.ts";

const OFF = { enabled: false };
const silent = (changed: Parameters<typeof serviceRows>[0] = {}) => {
  const no = { primaryStatus: 12 };
  return serviceRows({
    heartbeat: no,
    shutdown: no,
    "time-sync": no,
    "data-exchange": no,
    vss: no,
    "guest-services": { primaryStatus: 2 },
    ...changed,
  });
};

describe("whether a guest answers at all", () => {
  test.each<{ name: string; rows: IntegrationServiceFacts[]; guest?: GuestFacts; silence: string }>([
    { name: "all well", rows: serviceRows(), silence: "answers" },
    { name: "no contact anywhere, guest services off and saying OK", rows: silent(), silence: "silent" },
    { name: "heartbeat lost", rows: silent({ heartbeat: { primaryStatus: 13 } }), silence: "silent" },
    {
      name: "another lost, another null",
      rows: silent({ vss: { primaryStatus: 13 }, shutdown: { primaryStatus: null } }),
      silence: "silent",
    },
    { name: "one answers", rows: silent({ vss: { primaryStatus: 2 } }), silence: "answers" },
    { name: "one answers with an error", rows: silent({ vss: { primaryStatus: 6 } }), silence: "answers" },
    {
      name: "one answers that it is disabled",
      rows: silent({ vss: { primaryStatus: 32896 } }),
      silence: "answers",
    },
    {
      name: "one answers with an unknown number",
      rows: silent({ vss: { primaryStatus: 99 } }),
      silence: "answers",
    },
    {
      name: "one that is off reports OK",
      rows: silent({ vss: { enabled: false, primaryStatus: 2 } }),
      silence: "silent",
    },
    {
      name: "a switch that was not read counts as on",
      rows: silent({ vss: { enabled: null, primaryStatus: 2 } }),
      silence: "answers",
    },
    {
      name: "heartbeat's switch was not read",
      rows: silent({ heartbeat: { enabled: null, primaryStatus: 12 } }),
      silence: "silent",
    },
    { name: "a missing row is not asked", rows: silent({ vss: null, shutdown: null }), silence: "silent" },
    {
      name: "only heartbeat on",
      rows: silent({ shutdown: OFF, "time-sync": OFF, "data-exchange": OFF, vss: OFF }),
      silence: "silent",
    },
    {
      name: "heartbeat off",
      rows: silent({ heartbeat: { enabled: false, primaryStatus: 2 } }),
      silence: "heartbeat-off",
    },
    { name: "heartbeat off, another answers", rows: serviceRows({ heartbeat: OFF }), silence: "answers" },
    {
      name: "heartbeat not reported",
      rows: silent({ heartbeat: { primaryStatus: null } }),
      silence: "untold",
    },
    { name: "heartbeat's row missing", rows: silent({ heartbeat: null }), silence: "untold" },
    { name: "all null", rows: allRows({ primaryStatus: null }), silence: "untold" },
    { name: "all off", rows: allRows(OFF), silence: "heartbeat-off" },
    {
      name: "what the guest cannot have is not asked",
      rows: silent({ "guest-services": { enabled: true, primaryStatus: 2 } }),
      guest: windows(7601),
      silence: "silent",
    },
    {
      name: "what the guest can have is asked",
      rows: silent({ "guest-services": { enabled: true, primaryStatus: 2 } }),
      silence: "answers",
    },
  ])("$name: $silence", ({ rows, guest = sampleGuest(), silence }) => {
    expect(guestSilence(componentRows(rows), recogniseGuest(guest))).toBe(silence);
  });
});
