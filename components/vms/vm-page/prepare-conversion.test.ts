import { describe, expect, it } from "vitest";
import type { ConversionView } from "@/lib/contract/api/vms.ts";
import { prepareConversion } from "./prepare-conversion.ts";

const CONVERSION: ConversionView = {
  verdict: "caution",
  summary: "It can move.",
  guestChecks: 1,
  checks: [
    check("G1", "pass"),
    check("G5", "caution"),
    check("G9", "unknown"),
    check("G2", "block"),
    check("G6", "caution"),
  ],
  plan: [],
};

describe("the checks of a conversion to generation 2", () => {
  it("lists blockers first, and keeps the server's order among equals", () => {
    const keys = prepareConversion({ generation: 1, conversion: CONVERSION })?.checks.map(({ key }) => key);
    expect(keys).toEqual(["G2", "G5", "G6", "G9", "G1"]);
  });

  it.each([
    [2, CONVERSION],
    [null, CONVERSION],
    [1, null],
  ])("does not exist for generation %s with %o", (generation, conversion) => {
    expect(prepareConversion({ generation, conversion })).toBeNull();
  });
});

function check(key: string, status: ConversionView["checks"][number]["status"]) {
  return { key, title: key, status, isForGuest: false, summary: "", evidence: [], remedies: [] };
}
