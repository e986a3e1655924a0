import type { EnrollmentV1, SnapshotV1 } from "@/lib/contract/agent/snapshot-v1.ts";
import type { HostPlan } from "./fleet/host-plan.ts";
import { HOST_TEXTS } from "./fleet/host-texts.ts";
import { wireHost } from "./fleet/host-wiring.ts";
import { planHosts } from "./fleet/plan-hosts.ts";
import { toCondition } from "./fleet/vm-condition.ts";
import { planVm, toReplica, type VmPlan } from "./fleet/vm-plan.ts";
import { Random, uuidV7 } from "./random.ts";
import { renderEnrollment } from "./render/host.ts";
import { renderSnapshot, type ReportStamp } from "./render/snapshot.ts";
import { renderVm, type Scene } from "./render/vm.ts";
import type { VmWire } from "./render/vm-services.ts";
import { scenarioOf, type ScenarioName } from "./scenarios.ts";
import { StoryBook, type HostLink, type Move, type StoryEvent } from "./story/story.ts";

/** Options of a fleet. The same options produce the same fleet, to the byte. */
export interface FleetOptions {
  readonly scenario: ScenarioName;
  readonly seed?: number | string;
  /** When the fleet starts; tick 0 is this moment. */
  readonly now: Date;
  readonly hosts?: number;
  /** Average number of VMs per host; the fleet has exactly hosts × vms. */
  readonly vms?: number;
  /** Seconds from one tick to the next. */
  readonly intervalSeconds?: number;
  /** Share of the VMs whose settings change at every tick. By default 5 % change, slowly. */
  readonly changedShare?: number;
}

export interface Fleet {
  readonly scenario: ScenarioName;
  readonly seed: string;
  readonly startedAt: Date;
  readonly intervalSeconds: number;
  readonly hosts: readonly FleetHost[];
  readonly vmCount: number;
  /** Events that began or ended after `from` and up to `to`, in seconds since the start. */
  news(fromSeconds: number, toSeconds: number): { atSeconds: number; text: string }[];
}

/** Ticks between two changes of a changing VM. */
const RESTLESS_SHARE = 0.05;
const RESTLESS_MIN_TICKS = 12;
const RESTLESS_MAX_TICKS = 90;

/** One host of a fleet, which can produce its report for any time. */
export class FleetHost {
  readonly plan: HostPlan;
  readonly enrollment: EnrollmentV1;
  readonly #fleet: { hosts: readonly HostPlan[]; book: StoryBook; options: Required<FleetOptions> };

  constructor(
    plan: HostPlan,
    fleet: { hosts: readonly HostPlan[]; book: StoryBook; options: Required<FleetOptions> },
  ) {
    this.plan = plan;
    this.enrollment = renderEnrollment(plan);
    this.#fleet = fleet;
  }

  get name(): string {
    return this.plan.name;
  }

  /** Seconds from the start until its agent is installed. */
  get enrollsAtSeconds(): number {
    return this.plan.traits.enrollsAtSeconds ?? 0;
  }

  /** A host that fell silent before the start sends one old report only. */
  get silentSinceSeconds(): number | null {
    return this.plan.traits.silentSinceSeconds ?? null;
  }

  linkAt(tick: number): HostLink {
    return this.#fleet.book.linkOf(this.plan.index, this.#seconds(tick));
  }

  /** The report of that tick. `stamp` overrides the agent's own clock and counter. */
  snapshotAt(tick: number, stamp: Partial<ReportStamp> = {}): SnapshotV1 {
    const { options } = this.#fleet;
    const startMs = options.now.getTime();
    const collectedAtMs = stamp.collectedAtMs ?? startMs + this.#seconds(tick) * 1000;
    const epoch = stamp.epoch ?? startMs;
    const scene = {
      host: this.plan,
      wiring: wireHost(this.plan),
      texts: HOST_TEXTS[this.plan.language],
      tick,
      startMs,
    };
    const events = this.#fleet.book.begunOn(this.plan.index, this.#seconds(tick));
    const vms = this.#vmsAt(tick, events).map(({ vm, arrival }) => this.#render(vm, arrival, events, scene));

    return renderSnapshot(this.plan, scene.wiring, vms, {
      tick,
      startMs,
      stamp: {
        snapshotId:
          stamp.snapshotId ?? uuidV7(collectedAtMs, new Random(this.plan.seed, "snapshot", epoch, tick)),
        epoch,
        sequence: stamp.sequence ?? tick + 1,
        collectedAtMs,
        sentAtMs: stamp.sentAtMs ?? collectedAtMs + 250,
        intervalSeconds: stamp.intervalSeconds ?? options.intervalSeconds,
        spool: stamp.spool ?? { pending: 0, dropped: 0, oldestAt: null },
        sendError: stamp.sendError ?? null,
      },
    });
  }

  #seconds(tick: number): number {
    return tick * this.#fleet.options.intervalSeconds;
  }

  #render(vm: VmPlan, arrival: Arrival, events: readonly StoryEvent[], scene: Scene): VmWire {
    const seconds = this.#seconds(scene.tick);
    const condition = toCondition(vm, this.plan, seconds);
    if (arrival === "planned") {
      Object.assign(condition, toCondition({ ...vm, rest: "off" }, this.plan, seconds), { isPlanned: true });
    } else {
      for (const event of events) event.adjust?.(vm, condition, this.plan, seconds);
      if (arrival === "leaving" && condition.state === "Running") {
        condition.operationalStatus = ["Ok", "MigratingVirtualMachine"];
        condition.status = "migrating";
      }
    }
    return renderVm(vm, condition, this.#revisionOf(vm, scene.tick), scene);
  }

  /** Its own VMs that are on it, those that moved in, and its replicas. */
  #vmsAt(tick: number, events: readonly StoryEvent[]): { vm: VmPlan; arrival: Arrival }[] {
    const { hosts } = this.#fleet;
    if (this.plan.traits.withoutRights) return [];
    const { index, vmCount } = this.plan;
    const seconds = this.#seconds(tick);
    const moves = events.flatMap((event) => event.moves ?? []);
    const found: { vm: VmPlan; arrival: Arrival }[] = [];

    for (let slot = 0; slot < vmCount; slot++) {
      const arrival = presence(
        moves.filter((move) => move.home === index && move.slot === slot),
        index,
        seconds,
      );
      if (arrival !== "away") found.push({ vm: planVm(this.plan, slot), arrival });
    }
    for (const move of moves) {
      const home = hosts[move.home];
      if (move.to !== index || !home) continue;
      const arrival = presence([move], index, seconds);
      if (arrival !== "away") found.push({ vm: planVm(home, move.slot), arrival });
    }
    return [...found, ...this.#copiesKept()];
  }

  #copiesKept(): { vm: VmPlan; arrival: Arrival }[] {
    const { replicates } = this.plan.traits;
    const primary = replicates && this.#fleet.hosts[replicates.host];
    if (!primary) return [];
    const slots = Array.from(
      { length: Math.min(primary.replicatedSlots, primary.vmCount) },
      (_, slot) => slot,
    );
    return slots
      .map((slot) => planVm(primary, slot))
      .filter(({ replicationMode }) => replicationMode === "Primary")
      .map((vm) => ({ vm: toReplica(vm), arrival: "here" as const }));
  }

  /** Number of changes to the settings of a VM by then. */
  #revisionOf(vm: VmPlan, tick: number): number {
    const { changedShare } = this.#fleet.options;
    if (changedShare > 0) {
      // Slightly more than the product, because 0.1 is slightly less than a tenth in binary.
      const changes = (turns: number) => Math.floor(turns * changedShare + 1e-9);
      return changes(tick + vm.slot) - changes(vm.slot);
    }
    if (vm.seed / 4294967296 >= RESTLESS_SHARE) return 0;
    const period = RESTLESS_MIN_TICKS + (vm.seed % (RESTLESS_MAX_TICKS - RESTLESS_MIN_TICKS));
    return Math.floor((tick + (vm.seed % period)) / period);
  }
}

type Arrival = "here" | "leaving" | "planned" | "away";

/** A VM's place as one host sees it: during a move it runs at the source and is planned at the target. */
function presence(moves: readonly Move[], host: number, seconds: number): Arrival {
  let arrival: Arrival | null = null;
  for (const move of moves) {
    const isHome = move.home === host;
    const hasReturned = move.returnEndsAt !== null && seconds >= move.returnEndsAt;
    const isReturning = !hasReturned && move.returnsAt !== null && seconds >= move.returnsAt;
    const hasGone = seconds >= move.endsAt;
    const isGoing = !hasGone && seconds >= move.startsAt;
    if (hasReturned) arrival = isHome ? "here" : "away";
    else if (isReturning) arrival = isHome ? "planned" : "leaving";
    else if (hasGone) arrival = isHome ? "away" : "here";
    else if (isGoing) arrival = isHome ? "leaving" : "planned";
    else arrival = isHome ? "here" : "away";
  }
  return arrival ?? "here";
}

/** Creates a fleet that exists only as a plan: each report is rendered on request. */
export function createFleet(options: FleetOptions): Fleet {
  const scenario = scenarioOf(options.scenario);
  const seed = String(options.seed ?? 1);
  const full: Required<FleetOptions> = {
    scenario: options.scenario,
    seed,
    now: options.now,
    hosts: options.hosts ?? scenario.hosts,
    vms: options.vms ?? scenario.vmsPerHost,
    intervalSeconds: options.intervalSeconds ?? 60,
    changedShare: options.changedShare ?? 0,
  };
  const hosts = planHosts(scenario.estate, {
    seed: `${full.scenario}/${seed}`,
    hosts: full.hosts,
    vmsPerHost: full.vms,
  });
  const book = new StoryBook(hosts, scenario.story);

  return {
    scenario: full.scenario,
    seed,
    startedAt: full.now,
    intervalSeconds: full.intervalSeconds,
    hosts: hosts.map((plan) => new FleetHost(plan, { hosts, book, options: full })),
    vmCount: hosts.reduce((sum, { vmCount }) => sum + vmCount, 0),
    news: (from, to) => newsOf(book.begun(to), from, to),
  };
}

function newsOf(events: readonly StoryEvent[], from: number, to: number) {
  const news: { atSeconds: number; text: string }[] = [];
  for (const { startsAt, endsAt, title, endTitle } of events) {
    if (startsAt > from && startsAt <= to) news.push({ atSeconds: startsAt, text: title });
    if (endTitle && endsAt !== null && endsAt > from && endsAt <= to)
      news.push({ atSeconds: endsAt, text: endTitle });
  }
  return news.toSorted((a, b) => a.atSeconds - b.atSeconds);
}
