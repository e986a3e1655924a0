import { describe, expect, test } from "vitest";
import { DAY_MS } from "@/lib/format/day.ts";
import { complianceView, counts, dayOf, TODAY } from "./compliance-fixture.ts";
import { prepareCsv } from "./prepare-csv.ts";
import { recordedDays, sayGaps, ticksOf } from "./prepare-days.ts";
import { prepareFigures } from "./prepare-figures.ts";
import { prepareGroups, prepareGroupsChart } from "./prepare-groups.ts";
import { prepareHealth } from "./prepare-health.ts";
import { prepareRules } from "./prepare-rules.ts";

const at = (day: string) => Date.parse(day);

describe("health by day", () => {
  test("a day without reports is a gap and not a zero, and one with silent hosts is marked", () => {
    const chart = prepareHealth(complianceView());
    expect(chart.points.map(({ compliant, unknown }) => [compliant, unknown])).toEqual([
      [60, 0],
      [50, 20],
      [null, null],
      [80, 0],
      [75, 0],
    ]);
    const half = DAY_MS / 2;
    expect(chart.gaps).toEqual([{ from: at("2026-11-22") - half, to: at("2026-11-22") + half, days: 1 }]);
    expect(chart.holes).toEqual([{ from: at("2026-11-21") - half, to: at("2026-11-21") + half, days: 1 }]);
  });

  test("a day between two gaps is a stack of strokes, because an area needs two days", () => {
    const days = [
      dayOf("2026-11-21", "none"),
      dayOf("2026-11-22", "whole", counts(3, 2, 0, 1)),
      dayOf("2026-11-23", "none"),
      dayOf(TODAY, "today", counts(1, 0)),
    ];
    const { alone } = prepareHealth(complianceView({ days }));
    expect(alone.map(({ kind, at: place, from, to }) => [kind, place, from, to])).toEqual([
      ["compliant", at("2026-11-22"), 0, 3],
      ["notCompliant", at("2026-11-22"), 3, 5],
      ["inactive", at("2026-11-22"), 5, 6],
      ["compliant", at(TODAY), 0, 1],
    ]);
  });

  test("days before the first report are not a gap", () => {
    const days = [
      dayOf("2026-11-22", "none"),
      dayOf("2026-11-23", "whole", counts(1, 1)),
      dayOf(TODAY, "today", counts(1, 1)),
    ];
    expect(prepareHealth(complianceView({ days })).gaps).toEqual([]);
    expect(recordedDays(days)).toHaveLength(2);
    expect(recordedDays([dayOf(TODAY, "none")])).toEqual([]);
  });

  test("the summary states the change, the lowest day, and the gaps", () => {
    expect(prepareHealth(complianceView()).summary).toBe(
      "60.0 % compliant on 20 Nov 2026, 75.0 % on 24 Nov 2026, lowest 60.0 % on 20 Nov 2026. " +
        "Now 75 VMs compliant, 25 not, 0 unknown, 5 not running. " +
        "1 day without any report, 1 day with some hosts silent.",
    );
    expect(prepareHealth(complianceView({ days: [] })).summary).toBe("No data for any day in this range.");
    expect(sayGaps([dayOf(TODAY, "whole", counts(1, 0))])).toBe("Every host reported every day.");
  });
});

describe("the axis of days", () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      day: new Date(at(TODAY) - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
    }));

  test.each([
    { count: 30, labels: ["27 Oct", "3 Nov", "10 Nov", "17 Nov", "24 Nov"] },
    { count: 90, labels: [expect.stringMatching(/^Sep/), "Oct", "Nov"] },
  ])("$count days", ({ count, labels }) => {
    expect(ticksOf(days(count)).map(({ label }) => label)).toEqual(labels);
  });

  test("a year has its twelve months", () => {
    expect(ticksOf(days(365))).toHaveLength(12);
  });
});

describe("groups", () => {
  const group = (key: string, ratios: (number | null)[] | null, now = counts(9, 1)) => ({
    key,
    name: key,
    now,
    start: { day: "2026-11-20", ...counts(8, 2) },
    ratios,
  });

  test("lines lead to their VMs, those of standalone hosts as well", () => {
    const groups = [group("A & B", null, counts(9, 1, 3)), { ...group("", null), name: "standalone" }];
    const lines = prepareGroups({ groupBy: "cluster", groups });
    expect(
      lines.map(({ href, notCompliantHref, unknownHref }) => [href, notCompliantHref, unknownHref]),
    ).toEqual([
      [
        "/vms?cluster=A+%26+B",
        "/vms?cluster=A+%26+B&health=critical&health=warning",
        "/vms?cluster=A+%26+B&health=unknown",
      ],
      ["/vms?cluster=%28none%29", "/vms?cluster=%28none%29&health=critical&health=warning", null],
    ]);
    expect(lines[0]).toMatchObject({ percent: "90.0", startPercent: "80.0", points: "+10.0", vms: 13 });
  });

  test("a rule links to the VMs that break it", () => {
    const [line] = prepareGroups({ groupBy: "rule", groups: [group("is.vss", null)] });
    expect(line).toMatchObject({
      name: "Backup cannot quiesce the guest",
      notCompliantHref: "/vms?health=critical&health=warning&rule=is.vss%3Acritical&rule=is.vss%3Awarning",
    });
  });

  test("a missing day stays a gap, and a single day is a dot", () => {
    const chart = prepareGroupsChart(
      complianceView({ groups: [group("A", [0.8, null, 0.7, null, 0.9])], groupCount: 1 }),
    );
    expect(chart.points.map(({ shares }) => shares[0])).toEqual([80, null, 70, null, 90]);
    expect(chart.marks.map(({ share }) => share)).toEqual([80, 70, 90]);
    expect(chart.floor).toBe(60);
  });

  test("at most six lines, in the order of their names, their labels clear of each other", () => {
    const names = ["G", "F", "E", "D", "C", "B", "A"];
    const { series } = prepareGroupsChart(
      complianceView({ groups: names.map((name) => group(name, [0.9, 0.9, 0.9, 0.9, 0.9])) }),
    );
    expect(series.map(({ name }) => name)).toEqual(["B", "C", "D", "E", "F", "G"]);
    const places = series.map(({ labelAt }) => labelAt).toSorted((left, right) => left - right);
    const nearest = Math.min(...places.slice(1).map((place, index) => place - (places[index] ?? 0)));
    expect(nearest).toBeGreaterThan(0.07);
    expect(places.at(-1)).toBeLessThanOrEqual(1);
    expect(places[0]).toBeGreaterThanOrEqual(0);
  });
});

test("rules are ranked by affected VMs; fixed ones follow separately", () => {
  const rule = (id: "is.vss" | "is.heartbeat" | "net.vmmq", warning: number) => ({
    rule: id,
    vms: { critical: 0, warning, info: 3 },
    ratio: 1 - warning / 100,
    start: { day: "2026-11-20", ratio: 0.8 },
    ratios: [],
  });
  const chart = prepareRules({ rules: [rule("is.vss", 3), rule("net.vmmq", 0), rule("is.heartbeat", 40)] });
  expect(chart.bars.map(({ rule: id, isWorse }) => [id, isWorse])).toEqual([
    ["is.heartbeat", true],
    ["is.vss", false],
  ]);
  expect(chart.mended.map(({ rule: id }) => id)).toEqual(["net.vmmq"]);
  expect(chart.summary).toBe(
    "Rules that make the most VMs non-compliant: Heartbeat fails or is off, 40 VMs; Backup cannot quiesce the guest, 3 VMs.",
  );
});

describe("the first numbers", () => {
  test("an excepted count appears when there is one", () => {
    const keys = (excepted: number) =>
      prepareFigures(complianceView({ now: { ...counts(75, 25), excepted } }), null).map(({ key }) => key);
    expect(keys(0)).not.toContain("excepted");
    expect(keys(2)).toContain("excepted");
  });

  test("if nothing runs there is no share, not even 100 %", () => {
    const [share] = prepareFigures(complianceView({ now: counts(0, 0, 4) }), null);
    expect(share).toMatchObject({ value: "–" });
    expect(share?.unit).toBeUndefined();
  });

  test("the change is shown since yesterday and since the first day with data", () => {
    expect(prepareFigures(complianceView(), null)[0]).toMatchObject({
      value: "75.0",
      note: "compliant now, −5.0 since yesterday, +15.0 since 20 Nov",
    });
  });
});

test("the days file leaves unknown values empty and never turns a name into a formula", () => {
  const { days, groups } = prepareCsv(
    complianceView({
      groups: [
        {
          key: "=1+1",
          name: "=1+1",
          now: counts(1, 1),
          start: null,
          ratios: [0.5, null, null, 0.5, 0.5],
        },
      ],
    }),
  );
  expect(days.name).toBe("compliance-days-2026-11-20-2026-11-24.csv");
  const lines = days.text.split("\r\n");
  expect(lines[0]).toContain("share of =1+1");
  expect(lines[1]).toBe("2026-11-20,whole,10,0,60,40,0,0,0,0.6,0.5");
  expect(lines[3]).toBe("2026-11-22,none,0,0,,,,,,,");
  expect(groups.text).toContain("\r\n'=1+1,1,1,");
});
