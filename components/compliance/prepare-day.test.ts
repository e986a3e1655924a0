import { describe, expect, test } from "vitest";
import { dayAfter } from "@/lib/format/day.ts";
import { complianceDayView, counts, dayOf, TODAY } from "./compliance-fixture.ts";
import { prepareDayCsv } from "./prepare-csv.ts";
import { prepareDay } from "./prepare-day.ts";

const YESTERDAY = dayAfter(TODAY, -1);
const group = (key: string, name: string, ratioBefore: number | null = null) => ({
  key,
  name,
  counts: counts(9, 1, 3),
  ratioBefore,
});

describe("one day", () => {
  test("is compared with the day before, by group and by rule, with links to their VMs", () => {
    const day = prepareDay(
      complianceDayView({
        groups: [group("PROD", "PROD", 0.95), group("", "standalone")],
        groupCount: 2,
        rules: [{ rule: "is.vss", vms: { critical: 0, warning: 5, info: 0 }, ratio: 0.95, ratioBefore: 1 }],
      }),
      TODAY,
    );
    expect(day).toMatchObject({
      percent: "75.0",
      points: "−5.0",
      isWhole: true,
      reports: "Every host reported",
    });
    expect(day.counts.map(({ count, difference, href }) => [count, difference, href])).toEqual([
      [75, -5, "/vms?health=healthy"],
      [25, 5, "/vms?health=critical&health=warning"],
      [0, 0, "/vms?health=unknown"],
      [5, 5, "/vms?health=inactive"],
    ]);
    expect(
      day.groups.map(({ name, percent, points, isWorse, href }) => [name, percent, points, isWorse, href]),
    ).toEqual([
      ["PROD", "90.0", "−5.0", true, "/vms?cluster=PROD&health=critical&health=warning"],
      ["standalone", "90.0", null, false, "/vms?cluster=%28none%29&health=critical&health=warning"],
    ]);
    expect(day.rules[0]).toMatchObject({
      name: "Backup cannot quiesce the guest",
      points: "−5.0",
      isWorse: true,
    });
    expect(day.summary).toBe(
      "75.0 % compliant. 75 VMs compliant, 25 not, 0 unknown, 5 not running. The lowest cluster is PROD, 90.0 %. " +
        "The rule broken most often is Backup cannot quiesce the guest, which 95.0 % pass.",
    );
    expect([day.before, day.after]).toEqual([dayAfter(TODAY, -2), TODAY]);
  });

  test("is not compared after a gap", () => {
    const day = prepareDay(complianceDayView({ before: dayOf(dayAfter(TODAY, -2), "none") }), TODAY);
    expect(day.points).toBeNull();
    expect(day.counts.map(({ difference }) => difference)).toEqual([null, null, null, null]);
  });

  test("names the hosts that were silent on it", () => {
    const silent = Array.from({ length: 8 }, (_, index) => ({ id: `${index}`, name: `HV-0${index}` }));
    const day = prepareDay(
      complianceDayView({ day: dayOf(YESTERDAY, "holes", counts(7, 3, 20), 8), silent }),
      TODAY,
    );
    expect(day).toMatchObject({
      isWhole: false,
      isKnown: true,
      reports: "8 of 10 hosts were silent at the end of this day, with VMs unknown:",
      othersSilent: 2,
    });
    expect(day.silent).toHaveLength(6);
  });

  test.each([
    {
      name: "before the record",
      view: { day: dayOf("2025-06-01", "none"), recordedFrom: "2026-01-01" },
      reports: "No data for this day: the first recorded day is 1 Jan 2026.",
      neighbours: [null, "2025-06-02"],
    },
    {
      name: "before the first day is over",
      view: { day: dayOf(YESTERDAY, "none"), recordedFrom: null },
      reports: "No complete day yet: the first one ends at midnight UTC.",
      neighbours: [null, TODAY],
    },
    {
      name: "without any report",
      view: { day: dayOf(YESTERDAY, "none") },
      reports: "No host reported on this day, so the health of its VMs is unknown.",
      neighbours: [dayAfter(TODAY, -2), TODAY],
    },
    {
      name: "with every host silent",
      view: { day: { ...dayOf(YESTERDAY, "none"), hosts: 4, silentHosts: 4 } },
      reports: "All 4 hosts were silent at the end of this day, so the health of their VMs is unknown.",
      neighbours: [dayAfter(TODAY, -2), TODAY],
    },
  ])("$name has no number, neither on the screen nor in a file", ({ view, reports, neighbours }) => {
    const answer = complianceDayView(view);
    const day = prepareDay(answer, TODAY);
    expect(day).toMatchObject({ isKnown: false, isWhole: false, reports, percent: null });
    expect([day.before, day.after]).toEqual(neighbours);
    expect(prepareDayCsv(answer).text).not.toContain("all,");
  });

  test("today is marked as not over", () => {
    const day = prepareDay(complianceDayView({ day: dayOf(TODAY, "today", counts(1, 1)) }), TODAY);
    expect(day).toMatchObject({ title: "Today, 24 Nov 2026", reports: "Not over yet", after: null });
  });
});
