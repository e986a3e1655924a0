import { describe, expect, test } from "vitest";
import type { ChangeView } from "@/lib/contract/api/changes.ts";
import { prepareChange } from "./prepare-change.ts";

function change(of: Partial<ChangeView>): ChangeView {
  return {
    id: "1-1",
    at: "2026-11-24T08:00:00Z",
    host: { id: "018f0000-0000-7000-8000-000000000001", name: "HV-01" },
    vm: { id: "018f0000-0000-7000-8000-000000000002", name: "vm" },
    kind: "health",
    field: "health",
    from: null,
    to: null,
    ...of,
  };
}

describe("a change in words", () => {
  test.each([
    {
      of: { kind: "service", field: "vss", from: "healthy", to: "failed" },
      thing: "VSS backup",
      glyph: "failed",
    },
    {
      of: { kind: "service", field: "new-one", from: "healthy", to: "odd" },
      thing: "new-one",
      glyph: "info",
    },
    { of: { kind: "health", from: "healthy", to: "critical" }, thing: "Health", glyph: "critical" },
    { of: { kind: "state", field: "state", from: "Running", to: "Off" }, thing: "State", glyph: "inactive" },
    { of: { kind: "state", field: "state", from: "Off", to: "Running" }, thing: "State", glyph: "info" },
    {
      of: { kind: "state", field: "state", from: "running", to: "running-critical" },
      thing: "State",
      glyph: "critical",
    },
    { of: { kind: "placement", field: "host", from: "HV-01", to: "HV-02" }, thing: "Moved", glyph: "info" },
    { of: { kind: "placement", field: "host", from: "HV-01", to: null }, thing: "Gone", glyph: "missing" },
    { of: { kind: "placement", field: "host", from: null, to: "HV-01" }, thing: "Appeared", glyph: "pass" },
    {
      of: { kind: "finding", field: "is.vss", from: null, to: "open" },
      thing: "Finding opened",
      glyph: "warning",
    },
    {
      of: { kind: "finding", field: "is.vss", from: "open", to: "resolved" },
      thing: "Finding resolved",
      glyph: "pass",
    },
    { of: { kind: "guest", field: "os", from: "A", to: "B" }, thing: "Guest OS", glyph: "info" },
    { of: { kind: "configuration", field: "more", to: "12 more changes" }, thing: "And", glyph: "info" },
    { of: { kind: "configuration", field: "notes", from: "", to: "x" }, thing: "notes", glyph: "info" },
    {
      of: { kind: "host", field: "freshness", from: "fresh", to: "stale" },
      thing: "Reports",
      glyph: "stale",
    },
    { of: { kind: "host", field: "name", from: null, to: "HV-01" }, thing: "First seen", glyph: "pass" },
    { of: { kind: "host", field: "name", from: "HV-01", to: "HV-02" }, thing: "Name", glyph: "info" },
    {
      of: { kind: "host", field: "rights.hyperv", from: "true", to: "false" },
      thing: "rights.hyperv",
      glyph: "info",
    },
  ] satisfies { of: Partial<ChangeView>; thing: string; glyph: string }[])(
    "$of.kind $of.field → $thing",
    ({ of, thing, glyph }) => {
      const line = prepareChange(change(of));
      expect([line.thing, line.glyph]).toEqual([thing, glyph]);
    },
  );
});
