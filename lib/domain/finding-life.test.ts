// Longer than 300 lines: one table, of which each row is a life of a finding.
import { describe, expect, test } from "vitest";
import { findingLife, type FindingLifeInput, type FindingStep, type OpenFinding } from "./finding-life.ts";
import type { Outcome, Remedy, RuleOutcome } from "./judgement.ts";
import type { RuleId } from "./words.ts";

const NOW = "2026-11-24T12:00:00.000Z";
const OPENED = "2026-11-24T10:00:00.000Z";
const CONFIRMED = "2026-11-24T10:01:00.000Z";
const FROZEN = "2026-11-24T11:00:00.000Z";
const REMEDY: Remedy = {
  runOn: "guest",
  shell: "powershell",
  platform: "Windows",
  command: "Start-Service vmicheartbeat",
  cost: "nothing",
  note: "",
};

type Bad = Extract<Outcome, { status: "finding" }>;
const bad = (changed: Partial<Bad> = {}): Bad => ({
  status: "finding",
  severity: "warning",
  summary: "Heartbeat has no contact.",
  evidence: [{ name: "primaryStatus", value: 12, decides: true }],
  remedies: [REMEDY],
  ...changed,
});
const ok: Outcome = { status: "ok" };
const unknown: Outcome = { status: "unknown" };
const notApplicable: Outcome = { status: "not-applicable" };

function found(changed: Partial<OpenFinding> = {}): OpenFinding {
  const { status: _, ...content } = bad();
  return {
    id: "f1",
    rule: "is.heartbeat",
    ...content,
    openedAt: OPENED,
    confirmedAt: null,
    frozenAt: null,
    ...changed,
  };
}

const heartbeat = (outcome: Outcome): RuleOutcome[] => [{ rule: "is.heartbeat", outcome }];

function live(changed: Partial<FindingLifeInput>) {
  let made = 0;
  return findingLife({
    open: [],
    outcomes: [],
    at: NOW,
    isGone: false,
    notRunningSince: null,
    makeId: () => `new-${++made}`,
    ...changed,
  });
}

/** A step as text, for the rows of the table. */
function inWords(step: FindingStep): string {
  if (step.kind === "opened") return `opened ${step.finding.id}`;
  const words = step.kind === "updated" ? step.moves.join(" ") : step.resolution;
  return `${words} ${step.finding.id}`;
}

describe("findingLife, one report judged again", () => {
  test.each<{ name: string; open: OpenFinding | null; outcome: Outcome; steps: string[] }>([
    { name: "nothing, bad", open: null, outcome: bad(), steps: ["opened new-1"] },
    { name: "new, bad: that is no second report", open: found(), outcome: bad(), steps: [] },
    {
      name: "new, bad in other words",
      open: found(),
      outcome: bad({ severity: "critical" }),
      steps: ["content f1"],
    },
    { name: "new, good", open: found(), outcome: ok, steps: ["mended f1"] },
    { name: "new, no evidence", open: found(), outcome: unknown, steps: ["frozen f1"] },
    { name: "confirmed, bad", open: found({ confirmedAt: CONFIRMED }), outcome: bad(), steps: [] },
    {
      name: "frozen before it was confirmed, bad",
      open: found({ frozenAt: FROZEN }),
      outcome: bad(),
      steps: ["thawed f1"],
    },
  ])("$name", ({ open, outcome, steps }) => {
    const life = live({ open: open ? [open] : [], outcomes: heartbeat(outcome), isAgain: true });
    expect(life.steps.map(inWords)).toEqual(steps);
    const confirmed = life.open.filter(({ confirmedAt }) => confirmedAt !== null);
    expect(confirmed).toHaveLength(open?.confirmedAt === CONFIRMED ? 1 : 0);
  });
});

describe("findingLife, one report", () => {
  const fresh = found();
  const confirmed = found({ confirmedAt: CONFIRMED });
  const frozen = found({ confirmedAt: CONFIRMED, frozenAt: FROZEN });
  const frozenEarly = found({ frozenAt: FROZEN });

  test.each<{ name: string; open: OpenFinding | null; outcome: Outcome | null; steps: string[] }>([
    { name: "nothing, good", open: null, outcome: ok, steps: [] },
    { name: "nothing, no evidence", open: null, outcome: unknown, steps: [] },
    { name: "nothing, does not apply", open: null, outcome: notApplicable, steps: [] },
    { name: "nothing, not judged", open: null, outcome: null, steps: [] },
    { name: "nothing, bad", open: null, outcome: bad(), steps: ["opened new-1"] },
    { name: "new, bad again", open: fresh, outcome: bad(), steps: ["confirmed f1"] },
    { name: "new, good", open: fresh, outcome: ok, steps: ["mended f1"] },
    { name: "new, no evidence", open: fresh, outcome: unknown, steps: ["frozen f1"] },
    { name: "new, not judged", open: fresh, outcome: null, steps: ["frozen f1"] },
    { name: "new, does not apply", open: fresh, outcome: notApplicable, steps: ["no-longer-applies f1"] },
    {
      name: "new, worse",
      open: fresh,
      outcome: bad({ severity: "critical" }),
      steps: ["confirmed content f1"],
    },
    { name: "confirmed, bad again", open: confirmed, outcome: bad(), steps: [] },
    {
      name: "confirmed, worse",
      open: confirmed,
      outcome: bad({ severity: "critical" }),
      steps: ["content f1"],
    },
    { name: "confirmed, milder", open: confirmed, outcome: bad({ severity: "info" }), steps: ["content f1"] },
    {
      name: "confirmed, other words",
      open: confirmed,
      outcome: bad({ summary: "Lost." }),
      steps: ["content f1"],
    },
    {
      name: "confirmed, another number",
      open: confirmed,
      outcome: bad({ evidence: [{ name: "primaryStatus", value: 13, decides: true }] }),
      steps: ["content f1"],
    },
    {
      name: "confirmed, other evidence decides",
      open: confirmed,
      outcome: bad({ evidence: [{ name: "primaryStatus", value: 12 }] }),
      steps: ["content f1"],
    },
    {
      name: "confirmed, more evidence",
      open: confirmed,
      outcome: bad({ evidence: [...bad().evidence, { name: "state", value: "Running" }] }),
      steps: ["content f1"],
    },
    {
      name: "confirmed, another command",
      open: confirmed,
      outcome: bad({ remedies: [{ ...REMEDY, command: "modprobe hv_utils" }] }),
      steps: ["content f1"],
    },
    {
      name: "confirmed, no remedy any more",
      open: confirmed,
      outcome: bad({ remedies: [] }),
      steps: ["content f1"],
    },
    { name: "confirmed, good", open: confirmed, outcome: ok, steps: ["mended f1"] },
    { name: "confirmed, no evidence", open: confirmed, outcome: unknown, steps: ["frozen f1"] },
    {
      name: "confirmed, does not apply",
      open: confirmed,
      outcome: notApplicable,
      steps: ["no-longer-applies f1"],
    },
    { name: "frozen, still no evidence", open: frozen, outcome: unknown, steps: [] },
    { name: "frozen, not judged", open: frozen, outcome: null, steps: [] },
    { name: "frozen, good", open: frozen, outcome: ok, steps: ["mended f1"] },
    { name: "frozen, does not apply", open: frozen, outcome: notApplicable, steps: ["no-longer-applies f1"] },
    { name: "frozen, bad", open: frozen, outcome: bad(), steps: ["thawed f1"] },
    {
      name: "frozen, worse",
      open: frozen,
      outcome: bad({ severity: "critical" }),
      steps: ["thawed content f1"],
    },
    {
      name: "frozen before it was confirmed, bad",
      open: frozenEarly,
      outcome: bad(),
      steps: ["thawed confirmed f1"],
    },
    { name: "frozen before it was confirmed, good", open: frozenEarly, outcome: ok, steps: ["mended f1"] },
  ])("$name → $steps", ({ open, outcome, steps }) => {
    const life = live({ open: open ? [open] : [], outcomes: outcome ? heartbeat(outcome) : [] });
    expect(life.steps.map(inWords)).toEqual(steps);
  });

  test("keeps its dates while frozen, and counts again when it thaws", () => {
    expect(live({ open: [confirmed], outcomes: heartbeat(unknown) }).open).toEqual([
      { ...confirmed, frozenAt: NOW },
    ]);
    expect(live({ open: [frozen], outcomes: heartbeat(bad()) }).open).toEqual([confirmed]);
  });

  test("a finding that comes back from the database with its keys in another order has not changed", () => {
    const [evidence] = confirmed.evidence;
    const { cost, note, runOn, shell, command, platform } = REMEDY;
    const stored = {
      ...confirmed,
      evidence: [{ value: evidence?.value ?? null, decides: true as const, name: evidence?.name ?? "" }],
      remedies: [{ cost, note, runOn, shell, command, platform }],
    };
    expect(live({ open: [stored], outcomes: heartbeat(bad()) }).steps).toEqual([]);
  });

  test("a quiet VM costs nothing", () => {
    const first = live({ outcomes: heartbeat(ok) });
    expect(live({ outcomes: [{ rule: "is.vss", outcome: notApplicable }] })).toBe(first);
  });
});

describe("findingLife, the end of a frozen finding", () => {
  const open = [found({ confirmedAt: CONFIRMED, frozenAt: FROZEN })];

  test.each<{ name: string; notRunningSince: string | null; outcome: Outcome; steps: string[] }>([
    { name: "running, or unknown", notRunningSince: null, outcome: unknown, steps: [] },
    { name: "off since just now", notRunningSince: NOW, outcome: unknown, steps: [] },
    {
      name: "a millisecond less than 7 days",
      notRunningSince: "2026-11-17T12:00:00.001Z",
      outcome: unknown,
      steps: [],
    },
    {
      name: "7 days",
      notRunningSince: "2026-11-17T12:00:00.000Z",
      outcome: unknown,
      steps: ["no-longer-applies f1"],
    },
    {
      name: "a month",
      notRunningSince: "2026-10-24T12:00:00.000Z",
      outcome: unknown,
      steps: ["no-longer-applies f1"],
    },
    {
      name: "a month, but bad all the same",
      notRunningSince: "2026-10-24T12:00:00.000Z",
      outcome: bad(),
      steps: ["thawed f1"],
    },
    {
      name: "a month, and resolved",
      notRunningSince: "2026-10-24T12:00:00.000Z",
      outcome: ok,
      steps: ["mended f1"],
    },
  ])("off: $name → $steps", ({ notRunningSince, outcome, steps }) => {
    const life = live({ open, outcomes: heartbeat(outcome), notRunningSince });
    expect(life.steps.map(inWords)).toEqual(steps);
  });

  test("a finding that was not frozen yet ends the same way", () => {
    const life = live({
      open: [found()],
      outcomes: heartbeat(unknown),
      notRunningSince: "2026-11-01T00:00:00Z",
    });
    expect(life.steps.map(inWords)).toEqual(["no-longer-applies f1"]);
  });

  test("a VM that is gone takes all its findings along, and opens none", () => {
    const two = [...open, found({ id: "f2", rule: "is.vss" })];
    const life = live({ open: two, outcomes: heartbeat(bad()), isGone: true });
    expect(life.steps.map(inWords)).toEqual(["no-longer-applies f1", "no-longer-applies f2"]);
    expect(life.open).toEqual([]);
    expect(live({ outcomes: heartbeat(bad()), isGone: true })).toEqual({ steps: [], open: [] });
  });

  test("carries the time of the report and what was last known", () => {
    const [finding] = open;
    expect(live({ open, outcomes: heartbeat(ok) }).steps).toEqual([
      { kind: "resolved", finding, resolvedAt: NOW, resolution: "mended" },
    ]);
  });
});

describe("findingLife, several reports", () => {
  /** b: bad, g: good, u: no evidence, n: does not apply. */
  const OUTCOMES: Record<string, Outcome> = { b: bad(), g: ok, u: unknown, n: notApplicable };

  test.each([
    { reports: "bb", steps: ["opened 1", "confirmed 1"] },
    { reports: "bbb", steps: ["opened 1", "confirmed 1", ""] },
    { reports: "bg", steps: ["opened 1", "mended 1"] },
    { reports: "bgb", steps: ["opened 1", "mended 1", "opened 2"] },
    { reports: "bub", steps: ["opened 1", "frozen 1", "thawed confirmed 1"] },
    { reports: "bbuub", steps: ["opened 1", "confirmed 1", "frozen 1", "", "thawed 1"] },
    { reports: "bbuug", steps: ["opened 1", "confirmed 1", "frozen 1", "", "mended 1"] },
    { reports: "bung", steps: ["opened 1", "frozen 1", "no-longer-applies 1", ""] },
    { reports: "ugb", steps: ["", "", "opened 1"] },
    { reports: "bnb", steps: ["opened 1", "no-longer-applies 1", "opened 2"] },
  ])("$reports → $steps", ({ reports, steps }) => {
    let open: readonly OpenFinding[] = [];
    let made = 0;
    const told = reports.split("").map((report) => {
      const life = live({
        open,
        outcomes: heartbeat(OUTCOMES[report] ?? unknown),
        makeId: () => `${++made}`,
      });
      open = life.open;
      return life.steps.map(inWords).join();
    });
    expect(told).toEqual(steps);
  });

  test("each rule lives its own life", () => {
    const rules: [RuleId, Outcome][] = [
      ["is.heartbeat", ok],
      ["is.vss", bad()],
      ["is.shutdown", bad()],
      ["vm.state-stuck", unknown],
    ];
    const life = live({
      open: [found(), found({ id: "f2", rule: "is.vss" }), found({ id: "f3", rule: "vm.state-stuck" })],
      outcomes: rules.map(([rule, outcome]) => ({ rule, outcome })),
    });
    expect(life.steps.map(inWords)).toEqual(["mended f1", "confirmed f2", "frozen f3", "opened new-1"]);
    expect(life.open.map(({ rule }) => rule)).toEqual(["is.vss", "vm.state-stuck", "is.shutdown"]);
  });

  test("a report from before the last one moves the time back, for order counts and not the clock", () => {
    const life = live({ open: [found()], outcomes: heartbeat(ok), at: "2026-11-24T09:00:00.000Z" });
    expect(life.steps).toMatchObject([{ kind: "resolved", resolvedAt: "2026-11-24T09:00:00.000Z" }]);
  });
});
