import { setMaxListeners } from "node:events";
import { EnrollmentError } from "./agent/enroll.ts";
import type { Fault } from "./agent/faults.ts";
import { Gate } from "./agent/gate.ts";
import type { AgentEvent } from "./agent/agent-options.ts";
import { MockAgent } from "./agent/mock-agent.ts";
import type { Transport } from "./agent/transport.ts";
import type { Clock } from "./clock.ts";
import type { Fleet, FleetHost } from "./fleet.ts";
import { Meter, type Reading } from "./meter.ts";
import { Random } from "./random.ts";
import type { StateFile } from "./state-file.ts";

export interface RunOptions {
  readonly fleet: Fleet;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly key: string;
  readonly intervalSeconds: number;
  readonly speed: number;
  /** Milliseconds of the story, in the fleet's time, that have already passed. */
  readonly fromMs: number;
  readonly faults: ReadonlySet<Fault>;
  /** Each host reports once, then the run ends. */
  readonly once: boolean;
  readonly durationMs: number | null;
  /** Maximum number of concurrent reports. */
  readonly senders: number;
  readonly giveUpEnrollingAfterMs: number;
  /** Milliseconds over which the first reports are spread. */
  readonly spreadMs: number;
  readonly state: StateFile;
  /** Imports the history of a host that has just enrolled; without it a host has no history. */
  readonly tellPast: ((host: FleetHost) => Promise<void>) | null;
  readonly signal: AbortSignal;
  readonly onNews: (news: RunNews) => void;
}

export type RunNews =
  | { type: "started"; hosts: number; vms: number }
  | { type: "story"; atSeconds: number; text: string }
  | { type: "not-enrolled"; reason: string }
  | { type: "refused"; host: string; status: number; reason: string }
  | { type: "unwelcome"; host: string; status: number; reason: string }
  | ({ type: "progress"; seconds: number; pending: number; delta: Reading } & { total: Reading })
  | ({ type: "ended" } & RunSummary);

export interface RunSummary {
  readonly seconds: number;
  readonly pending: number;
  readonly dropped: number;
  readonly refused: number;
  readonly notEnrolled: number;
  readonly total: Reading;
}

const PROGRESS_EVERY_MS = 5_000;
/** A run of `--once` without a duration is aborted after this time. */
const ONCE_LIMIT_MS = 300_000;

/** Runs the agents of a fleet until they are done, the time is up, or the signal aborts. */
export async function runFleet(options: RunOptions): Promise<RunSummary> {
  const { fleet, clock, state, onNews, once } = options;
  const startMs = clock.now();
  const meter = new Meter();
  const stop = new AbortController();
  // Every agent listens to the signal, which is not a leak.
  setMaxListeners(0, stop.signal);
  const end = () => stop.abort();
  options.signal.addEventListener("abort", end, { once: true });
  if (options.signal.aborted) end();
  const limitMs = options.durationMs ?? (once ? ONCE_LIMIT_MS : null);
  const timer = limitMs === null ? null : clock.sleepUntil(startMs + limitMs, stop.signal).then(end);

  const { agents, firstAt } = makeAgents(options, startMs, meter);
  onNews({ type: "started", hosts: agents.length, vms: fleet.vmCount });

  let notEnrolled = 0;
  const lives = agents.map(async (agent) => {
    try {
      await liveOf(agent, once, stop.signal, firstAt(agent));
    } catch (error) {
      if (!(error instanceof EnrollmentError)) throw error;
      notEnrolled++;
      onNews({ type: "not-enrolled", reason: error.message });
      if (notEnrolled === agents.length) end();
    }
  });
  const pendingNow = () => agents.reduce((sum, { spool }) => sum + spool.pending, 0);
  const done = Promise.all(lives).finally(end);
  const told = tellProgress(options, { startMs, meter, pendingNow, signal: stop.signal });
  await done;
  await told;
  await timer;
  await state.save();
  options.signal.removeEventListener("abort", end);

  const summary: RunSummary = {
    seconds: (clock.now() - startMs) / 1000,
    pending: pendingNow(),
    dropped: agents.reduce((sum, { spool }) => sum + spool.dropped, 0),
    refused: agents.reduce((sum, { spool }) => sum + spool.refused, 0),
    notEnrolled,
    total: meter.read(),
  };
  onNews({ type: "ended", ...summary });
  return summary;
}

async function liveOf(
  agent: MockAgent,
  once: boolean,
  signal: AbortSignal,
  firstAtMs: number,
): Promise<void> {
  if (!once) {
    await agent.run(signal, { firstAtMs });
    return;
  }
  await agent.enroll(signal);
  agent.collect(agent.silentForMs);
  await agent.drain(signal);
}

function makeAgents(options: RunOptions, startMs: number, meter: Meter) {
  const { fleet, transport, clock, key, state, onNews } = options;
  const gate = new Gate(options.senders);
  const unwelcome = new Set<string>();
  const agents: MockAgent[] = [];
  const firstAtMs = new Map<MockAgent, number>();

  for (const host of fleet.hosts) {
    const onEvent = (event: AgentEvent) => {
      meter.count(event);
      if (event.type === "enrolled") state.keep(host.plan.instanceId, event.enrolled);
      if (event.type !== "answer") return;
      const { answer } = event;
      if (answer.kind === "refused") onNews({ type: "refused", host: host.name, ...pickReason(answer) });
      // Reported once until it is resolved, because it recurs at each attempt.
      if (answer.kind === "unwelcome" && !unwelcome.has(host.name)) {
        unwelcome.add(host.name);
        onNews({ type: "unwelcome", host: host.name, ...pickReason(answer) });
      }
      if (answer.kind === "stored") unwelcome.delete(host.name);
    };
    const random = new Random(host.plan.seed, "agent", startMs);
    const agent = new MockAgent({
      host,
      transport,
      clock,
      random,
      key,
      enrolled: state.enrolled(host.plan.instanceId),
      intervalSeconds: options.intervalSeconds,
      tickSeconds: fleet.intervalSeconds,
      speed: options.speed,
      startMs: startMs - options.fromMs / options.speed,
      faults: options.faults,
      gate,
      giveUpEnrollingAfterMs: options.giveUpEnrollingAfterMs,
      ...(options.tellPast ? { onNewHost: options.tellPast } : {}),
      onEvent,
    });
    agents.push(agent);
    firstAtMs.set(agent, startMs + random.next() * options.spreadMs);
  }
  return { agents, firstAt: (agent: MockAgent) => firstAtMs.get(agent) ?? startMs };
}

function pickReason({ status, reason }: { status: number; reason: string }) {
  return { status, reason };
}

async function tellProgress(
  { fleet, clock, speed, fromMs, onNews, state }: RunOptions,
  watch: { startMs: number; meter: Meter; pendingNow: () => number; signal: AbortSignal },
): Promise<void> {
  let before = watch.meter.read();
  let beforeMs = watch.startMs;
  let toldUntilSeconds = fromMs / 1000 - 1;
  while (!watch.signal.aborted) {
    await clock.sleepUntil(beforeMs + PROGRESS_EVERY_MS, watch.signal);
    if (watch.signal.aborted) return;
    const nowMs = clock.now();
    const seconds = fromMs / 1000 + ((nowMs - watch.startMs) / 1000) * speed;
    for (const news of fleet.news(toldUntilSeconds, seconds)) onNews({ type: "story", ...news });
    toldUntilSeconds = seconds;
    const total = watch.meter.read();
    onNews({
      type: "progress",
      seconds: (nowMs - beforeMs) / 1000,
      pending: watch.pendingNow(),
      delta: difference(total, before),
      total,
    });
    before = total;
    beforeMs = nowMs;
    await state.save();
  }
}

type Counts = Readonly<Partial<Record<string, number>>>;

function less<Counted extends Counts>(now: Counted, before: Counted): Counts {
  const changes = Object.entries(now).map(
    ([key, times]) => [key, (times ?? 0) - (before[key] ?? 0)] as const,
  );
  return Object.fromEntries(changes.filter(([, times]) => times > 0));
}

function difference(now: Reading, before: Reading): Reading {
  return {
    posts: now.posts - before.posts,
    vms: now.vms - before.vms,
    bytes: now.bytes - before.bytes,
    enrolled: now.enrolled - before.enrolled,
    answers: less(now.answers, before.answers),
    statuses: less(now.statuses, before.statuses),
    faults: less(now.faults, before.faults),
  };
}
