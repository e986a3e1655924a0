import { describe, expect, test } from "vitest";
import { complianceView, timeToFixView } from "./compliance-fixture.ts";
import { prepareFixCsv } from "./prepare-csv.ts";
import { prepareFigures } from "./prepare-figures.ts";
import { prepareTimeToFix } from "./prepare-time-to-fix.ts";

describe("time to fix", () => {
  test("bands are named by their ends, and a week and longer is slow", () => {
    const { bands, most } = prepareTimeToFix(timeToFixView());
    expect(bands.map(({ label, mended, isSlow }) => [label, mended, isSlow])).toEqual([
      ["< 1 h", 1, false],
      ["1–4 h", 1, false],
      ["4–24 h", 6, false],
      ["1–3 d", 0, false],
      ["3–7 d", 0, false],
      ["1–4 w", 2, true],
      ["> 4 w", 0, true],
    ]);
    expect(most).toBe(6);
  });

  test("the summary states the median, the earlier median, the usual duration and the slow ones", () => {
    expect(prepareTimeToFix(timeToFixView()).summary).toBe(
      "10 findings fixed; half of them within 9 hours, 31 hours in the same number of days before. " +
        "Most took 4–24 h, 6 findings; 2 took longer than a week.",
    );
    expect(prepareTimeToFix(timeToFixView({ medianSeconds: null, mended: 0 })).summary).toBe(
      "No finding was fixed in this range.",
    );
  });

  test("lines link to fixed and open findings, and mark one that got slower", () => {
    const { severities, rules, open } = prepareTimeToFix(
      timeToFixView({
        rules: [
          {
            rule: "is.vss",
            mended: 3,
            medianSeconds: 200,
            nineInTenWithinSeconds: 300,
            medianBeforeSeconds: 100,
            longestSeconds: 86_400 * 30,
            open: 5,
            oldestOpenedAt: "2026-01-01T00:00:00Z",
          },
        ],
      }),
    );
    expect(severities[0]).toMatchObject({
      median: "30 min",
      before: "31 h",
      isSlower: false,
      href: "/findings?severity=critical&status=resolved",
      openHref: "/findings?severity=critical",
    });
    expect(rules[0]).toMatchObject({
      isSlower: true,
      openHref: "/findings?rule=is.vss",
      open: 5,
      href: "/findings?rule=is.vss&status=resolved",
    });
    expect(open).toBe(42);
  });

  test("findings outside the numbers are stated separately", () => {
    expect(prepareTimeToFix(timeToFixView()).leftOut).toBeNull();
    expect(prepareTimeToFix(timeToFixView({ passing: 3, noLongerApplied: 1 })).leftOut).toBe(
      "Not counted: 3 cleared before a second report confirmed them; 1 closed with their VM or because they no longer applied.",
    );
  });

  test("is among the main figures, and a dash without any fix", () => {
    const last = (view = timeToFixView()) => prepareFigures(complianceView(), prepareTimeToFix(view)).at(-1);
    expect(last()).toMatchObject({
      value: "9",
      unit: "h",
      note: "median time to fix, 31 h before; 10 fixed, 42 open",
    });
    expect(last(timeToFixView({ medianSeconds: null, medianBeforeSeconds: null, mended: 0 }))).toMatchObject({
      value: "–",
      note: "no finding was fixed in this range; 42 open",
    });
  });

  test("the file has seconds, and leaves missing values empty", () => {
    const { name, text } = prepareFixCsv(timeToFixView());
    expect(name).toBe("time-to-fix-2026-10-26-2026-11-24.csv");
    const lines = text.split("\r\n");
    expect(lines).toContain("all,10,32400,180000,111600");
    expect(lines).toContain("info,0,,,,40,2026-01-01T00:00:00Z");
    expect(lines).toContain("longer,0,0,0");
  });
});
