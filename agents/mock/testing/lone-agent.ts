import type { SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { AgentEvent } from "../agent/agent-options.ts";
import type { Enrolled } from "../agent/enroll.ts";
import type { Fault } from "../agent/faults.ts";
import { MockAgent } from "../agent/mock-agent.ts";
import { createFleet } from "../fleet.ts";
import { Random } from "../random.ts";
import type { ScenarioName } from "../scenarios.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeTransport } from "./fake-transport.ts";
import { hostAt } from "./host-at.ts";
import { readReport, wellServer, type Received, type Reply } from "./loopback-server.ts";

export const NOW = new Date("2026-11-23T08:00:00Z");
export const NOW_MS = NOW.getTime();
export const MINUTE_MS = 60_000;

interface Setting {
  reply?: (request: Received) => Reply;
  scenario?: ScenarioName;
  place?: number;
  faults?: Fault[];
  speed?: number;
  /** The enrolment from an earlier run. */
  enrolled?: Enrolled;
}

/** One agent on a clock that a test advances, and a server that responds immediately. */
export function loneAgent({
  reply = wellServer(),
  scenario = "healthy",
  place = 0,
  faults = [],
  speed = 1,
  enrolled,
}: Setting = {}) {
  const clock = new FakeClock(NOW);
  const transport = new FakeTransport(reply);
  const events: AgentEvent[] = [];
  const stop = new AbortController();
  const host = hostAt(createFleet({ scenario, now: NOW, vms: 3 }), place);
  const agent = new MockAgent({
    host,
    transport,
    clock,
    random: new Random("agent", scenario),
    key: "ike_test",
    enrolled: enrolled ?? null,
    intervalSeconds: 60,
    tickSeconds: 60,
    speed,
    startMs: NOW_MS,
    faults: new Set(faults),
    onEvent: (event) => events.push(event),
  });
  const live = async (minutes: number) => {
    const life = agent.run(stop.signal, { firstAtMs: NOW_MS });
    await clock.run([life], NOW_MS + minutes * MINUTE_MS);
    stop.abort();
    await life;
  };
  const reports = () => transport.received.filter(({ path }) => path === "/api/v1/snapshots").map(readReport);
  const answers = () => events.flatMap((event) => (event.type === "answer" ? [event.answer.kind] : []));
  return { agent, clock, transport, stop, live, reports, answers, events };
}

/** The order in which reports arrived. */
export function sequences(reports: readonly SnapshotV1[]): number[] {
  return reports.map(({ sequence }) => sequence);
}
