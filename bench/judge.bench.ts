// Processor time to evaluate the 100 VMs of a report and their host, compared with reading the same report in the same
// run: JSON.parse, and zod's own parser. Nothing is stored or sent.
import { createFleet } from "../agents/mock/fleet.ts";
import { parseSnapshotJson } from "../lib/contract/agent/read-snapshot.ts";
import { snapshotV1 } from "../lib/contract/agent/snapshot-v1.ts";
import { newestCommonVmVersion } from "../lib/domain/common-vm-version.ts";
import { defaultPolicy } from "../lib/domain/default-policy.ts";
import type { SnapshotFacts } from "../lib/domain/facts.ts";
import { hostJudgementInput, judgeHost } from "../lib/domain/host/judge-host.ts";
import type { VmJudgementInput, VmMemory } from "../lib/domain/judgement.ts";
import { describeHostNetwork, judgeHostNetwork } from "../lib/domain/network/host/judge-host-network.ts";
import { networkScene } from "../lib/domain/network/path.ts";
import { describeVmNetwork } from "../lib/domain/network/vm/judge-vm-network.ts";
import { vmScene } from "../lib/domain/vm/vm-scene.ts";
import { judgeWholeVm, type JudgedVm } from "../lib/services/ingest/judge-vms.ts";
import { percentile, printFigures } from "./print-figures.ts";

const VMS = 100;
/** Number of hosts, which covers every kind in the scenario. */
const HOSTS = 47;
const WARM_UP_ROUNDS = 3;
const ROUNDS = 12;
const NOW = new Date("2026-11-24T12:00:00Z");
const NO_MEMORY: VmMemory = { guest: null, operationalStatusSince: {}, stateSince: null };

interface Report {
  text: string;
  /** Memory of each VM from previous reports. */
  memories: VmMemory[];
}

/** A parsed report, as available during ingest. */
interface ReadReport {
  facts: SnapshotFacts;
  inputs: VmJudgementInput[];
}

const reports = createFleet({ scenario: "large", now: NOW, hosts: HOSTS, vms: VMS }).hosts.map(
  (host): Report => {
    const text = JSON.stringify(host.snapshotAt(15));
    const { facts, inputs } = read({ text, memories: [] });
    const network = networkScene(facts);
    return { text, memories: inputs.map((input) => judgeWholeVm(input, network).judgement.memory) };
  },
);

function read({ text, memories }: Report): ReadReport {
  const parsed = parseSnapshotJson(text);
  if (!parsed.ok) throw new Error("A report of the mock agent does not match the contract.");
  const facts = parsed.snapshot;
  const inputs = (facts.vms ?? []).map((vm, place) => ({
    vm,
    host: facts.host,
    memory: memories[place] ?? NO_MEMORY,
    placement: { conflict: null, hosts: [] },
    newestCommonVmVersion: newestCommonVmVersion([facts.host.hyperv?.supportedVmVersions ?? null]),
    policy: defaultPolicy,
    observedAt: facts.collectedAt,
  }));
  return { facts, inputs };
}

/**
 * Everything that ingest evaluates: services, rules, capabilities, conversion, ladders, and the host's own rules and
 * ladders.
 */
function judge({ facts, inputs }: ReadReport): number {
  const network = networkScene(facts);
  const judged = inputs.map((input): [VmJudgementInput, JudgedVm] => [input, judgeWholeVm(input, network)]);
  const host = judgeHostNetwork({
    network,
    vms: judged.map(([{ vm }, whole]) => ({ vm, ...whole.network })),
  });
  const reporting = { freshness: "fresh", lastReportedAt: facts.collectedAt, intervalSeconds: 60 } as const;
  return host.ladders.length + judgeHost(hostJudgementInput(facts, facts.sentAt), reporting).length;
}

/** The same ladders with the text of every rung, which only the page of one VM needs. */
function describe({ facts, inputs }: ReadReport): number {
  const network = networkScene(facts);
  const words = inputs.flatMap((input) => describeVmNetwork(vmScene(input, input.memory), network));
  return words.length + describeHostNetwork({ network, vms: [] }).length;
}

/**
 * Milliseconds of processor time per 100 VMs, over all reports: with each report's minimum of all rounds, which is least
 * affected by other load, and with its median. Preparation is not counted.
 */
function measure<Prepared>(
  prepare: (report: Report) => Prepared,
  work: (prepared: Prepared) => unknown,
): { median: number; least: number } {
  const times = reports.map((): number[] => []);
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const [place, report] of reports.entries()) {
      const prepared = prepare(report);
      const before = process.cpuUsage();
      work(prepared);
      const { user, system } = process.cpuUsage(before);
      if (round >= WARM_UP_ROUNDS) times[place]?.push((user + system) / 1000);
    }
  }
  const vms = reports.reduce((sum, { memories }) => sum + memories.length, 0);
  const of = (choose: (samples: number[]) => number) =>
    (times.reduce((sum, samples) => sum + choose(samples), 0) / vms) * VMS;
  return { least: of((samples) => Math.min(...samples)), median: of((samples) => percentile(samples, 0.5)) };
}

const say = ({ median, least }: ReturnType<typeof measure>) =>
  `${least.toFixed(2)} ms (median ${median.toFixed(2)})`;

const textOf = ({ text }: Report) => text;
const judging = measure(read, judge);
const describing = measure(read, describe);
const parsing = measure(textOf, (text) => JSON.parse(text));
const checking = measure(textOf, (text) => snapshotV1.parse(JSON.parse(text), { jitless: true }));
printFigures(
  `Processor time for 100 VMs, ${reports.length} reports of the large scenario, ${ROUNDS} rounds`,
  [
    ["judging everything", say(judging)],
    ["JSON.parse of the same report", say(parsing)],
    ["JSON.parse and zod's own parser", say(checking)],
    ["text of every rung, ladders only", say(describing)],
    ["ratio of judging to JSON.parse", `${(judging.least / parsing.least).toFixed(2)}×`],
    ["ratio of judging to JSON.parse and zod", `${(judging.least / checking.least).toFixed(2)}×`],
  ],
);
