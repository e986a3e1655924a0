import { describe, expect, test } from "vitest";
import { createFleet } from "../../agents/mock/fleet.ts";
import type { ScenarioName } from "../../agents/mock/scenarios.ts";
import { defaultPolicy } from "../domain/default-policy.ts";
import type { SnapshotFacts } from "../domain/facts.ts";
import { judgeVm } from "../domain/judge-vm.ts";
import type { RuleOutcome } from "../domain/judgement.ts";
import { judgeHostNetwork } from "../domain/network/host/judge-host-network.ts";
import { networkScene } from "../domain/network/path.ts";
import { judgeVmNetwork } from "../domain/network/vm/judge-vm-network.ts";
import { vmScene } from "../domain/vm/vm-scene.ts";
import type { GuideKind } from "../format/guide-href.ts";
import { findGuidePage } from "./pages.ts";

const NOW = new Date("2026-03-01T08:00:00.000Z");
const HOUR_TICKS = 60;
const SCENARIOS: readonly ScenarioName[] = [
  "demo",
  "neglected",
  "incident",
  "german-host",
  "linux-heavy",
  "large",
  "network-rich",
  "gen1-estate",
  "mixed-cluster",
];
/** Every host of `network-rich`, where each has a network of its own. */
const HOSTS = 24;

interface Answers {
  /** "vss failed warning": a service's status, and its severity as a cause. */
  services: Set<string>;
  /** "sr-iov configured", for VMs and hosts. */
  technologies: Set<string>;
  /** "is.vss warning". */
  findings: Set<string>;
}

/** The rules' answers for whole fleets, from hosts that have all been up for a while. */
function judgeFleets(): Answers {
  const answers: Answers = { services: new Set(), technologies: new Set(), findings: new Set() };
  for (const scenario of SCENARIOS) {
    const fleet = createFleet({ scenario, now: NOW, hosts: HOSTS, vms: 12 });
    for (const host of fleet.hosts) judgeReport(host.snapshotAt(HOUR_TICKS), answers);
    for (const host of fleet.hosts) judgeReport(host.snapshotAt(4), answers);
  }
  return answers;
}

function judgeReport(report: SnapshotFacts, answers: Answers): void {
  const network = networkScene(report);
  const memory = { guest: null, operationalStatusSince: {}, stateSince: null };
  const vms = (report.vms ?? []).map((vm) => {
    const input = {
      vm,
      host: report.host,
      memory,
      placement: { conflict: null, hosts: [] },
      newestCommonVmVersion: "10.0",
      policy: defaultPolicy,
      observedAt: report.collectedAt,
    };
    const judged = judgeVm(input);
    for (const { key, status, severity, follows } of judged.services)
      if (follows === null && !isSpokenForAll(key, status, judged.outcomes))
        answers.services.add(`${key} ${status} ${severity}`);
    const found = judgeVmNetwork(vmScene(input, judged.memory), network);
    addAll(answers, [...judged.outcomes, ...found.outcomes], found.ladders);
    return { vm, ...found };
  });
  const { outcomes, ladders } = judgeHostNetwork({ network, vms });
  addAll(answers, outcomes, ladders);
}

/** A silent guest's heartbeat carries the severity of the one finding that stands for all. */
function isSpokenForAll(key: string, status: string, outcomes: readonly RuleOutcome[]): boolean {
  return (
    key === "heartbeat" &&
    status === "failed" &&
    outcomes.some(({ rule, outcome }) => rule === "is.guest-silent" && outcome.status === "finding")
  );
}

function addAll(
  answers: Answers,
  outcomes: readonly RuleOutcome[],
  ladders: readonly { technology: string; status: string }[],
): void {
  for (const { rule, outcome } of outcomes)
    if (outcome.status === "finding") answers.findings.add(`${rule} ${outcome.severity}`);
  for (const { technology, status } of ladders) answers.technologies.add(`${technology} ${status}`);
}

function casesOf(kind: GuideKind, key: string) {
  return findGuidePage(kind, key)?.judged[0]?.rows ?? [];
}

describe("whatever the rules say of a fleet stands in the guide", () => {
  const { services, technologies, findings } = judgeFleets();

  test("there is much to say", () => {
    const rules = new Set([...findings].map((each) => each.split(" ")[0]));
    expect(rules.size).toBeGreaterThanOrEqual(15);
    expect(services.size).toBeGreaterThan(20);
    expect(technologies.size).toBeGreaterThan(20);
  });

  test.each([...findings])("%s", (found) => {
    const [rule = "", severity] = found.split(" ");
    expect(casesOf("rules", rule).map(({ finding }) => finding)).toContain(severity);
  });

  test.each([...services])("%s", (said) => {
    const [key = "", status, severity] = said.split(" ");
    const rows = casesOf("services", key).map((row) => `${row.status} ${row.finding}`);
    expect(rows).toContain(`${status} ${severity}`);
  });

  test.each([...technologies])("%s", (said) => {
    const [technology = "", status] = said.split(" ");
    expect(casesOf("technologies", technology).map((row) => row.status)).toContain(status);
  });
});
