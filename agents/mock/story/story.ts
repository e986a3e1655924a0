import type { HostPlan } from "../fleet/host-plan.ts";
import type { VmCondition } from "../fleet/vm-condition.ts";
import type { VmPlan } from "../fleet/vm-plan.ts";

/** A VM that moves to another host, and returns if `returnsAt` is set. Times are seconds since the start. */
export interface Move {
  readonly home: number;
  readonly slot: number;
  readonly to: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly returnsAt: number | null;
  readonly returnEndsAt: number | null;
}

/** A host's connection to the server: its agent can be cut off and still collect, or be off entirely. */
export type HostLink = "up" | "cut" | "off";

/** An event in the fleet. It is a pure function of time, so any moment can be queried separately. */
export interface StoryEvent {
  /** The messages shown when it begins and when it ends. */
  readonly title: string;
  readonly endTitle: string | null;
  readonly startsAt: number;
  readonly endsAt: number | null;
  /** Indexes of the hosts that it affects. */
  readonly hosts: readonly number[];
  readonly moves?: readonly Move[];
  link?(host: number, seconds: number): HostLink;
  /** Changes the condition that a VM would otherwise be in. Called only from `startsAt` on; effects may outlast `endsAt`. */
  adjust?(vm: VmPlan, condition: VmCondition, host: HostPlan, seconds: number): void;
}

/** Defines the events in a fleet. A story with a length repeats when it ends, with different hosts. */
export interface Story {
  readonly cycleSeconds: number | null;
  tell(hosts: readonly HostPlan[], cycle: number): StoryEvent[];
}

/** Keeps the generated events, and finds those that affect a host at a given time. */
export class StoryBook {
  readonly #hosts: readonly HostPlan[];
  readonly #story: Story | null;
  readonly #cycles: StoryEvent[][] = [];

  constructor(hosts: readonly HostPlan[], story: Story | null) {
    this.#hosts = hosts;
    this.#story = story;
  }

  /** All events that have begun, oldest first. */
  begun(seconds: number): StoryEvent[] {
    return this.#until(seconds).filter(({ startsAt }) => startsAt <= seconds);
  }

  begunOn(host: number, seconds: number): StoryEvent[] {
    return this.begun(seconds).filter(({ hosts }) => hosts.includes(host));
  }

  /** The host's link: the worst state that any event causes. */
  linkOf(host: number, seconds: number): HostLink {
    const links = this.begunOn(host, seconds).map((event) => event.link?.(host, seconds) ?? "up");
    if (links.includes("off")) return "off";
    return links.includes("cut") ? "cut" : "up";
  }

  #until(seconds: number): StoryEvent[] {
    const story = this.#story;
    if (!story) return [];
    const cycles = story.cycleSeconds === null ? 1 : Math.floor(seconds / story.cycleSeconds) + 1;
    for (let cycle = this.#cycles.length; cycle < cycles; cycle++) {
      this.#cycles.push(story.tell(this.#hosts, cycle));
    }
    return this.#cycles.slice(0, cycles).flat();
  }
}
