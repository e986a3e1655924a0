import type { HostPlan } from "../fleet/host-plan.ts";
import type { VmCondition } from "../fleet/vm-condition.ts";
import type { VmPlan } from "../fleet/vm-plan.ts";

/** A VM that goes to another host, and comes back if `returnsAt` is told. Times are seconds since the start. */
export interface Move {
  readonly home: number;
  readonly slot: number;
  readonly to: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly returnsAt: number | null;
  readonly returnEndsAt: number | null;
}

/** Where a host stands towards the server: its agent may be cut off and go on collecting, or be off altogether. */
export type HostLink = "up" | "cut" | "off";

/** Something that happens to the fleet. All of it is a function of time, so any moment can be asked for alone. */
export interface StoryEvent {
  /** What somebody who watches is told when it begins, and when it ends. */
  readonly title: string;
  readonly endTitle: string | null;
  readonly startsAt: number;
  readonly endsAt: number | null;
  /** Places of the hosts that it touches. */
  readonly hosts: readonly number[];
  readonly moves?: readonly Move[];
  link?(host: number, seconds: number): HostLink;
  /** Changes the condition that a VM would otherwise be in. Asked only from `startsAt` on; effects may outlast `endsAt`. */
  adjust?(vm: VmPlan, condition: VmCondition, host: HostPlan, seconds: number): void;
}

/** Tells what happens in a fleet. A story with a length is told again, with others hit, when it is over. */
export interface Story {
  readonly cycleSeconds: number | null;
  tell(hosts: readonly HostPlan[], cycle: number): StoryEvent[];
}

/** Keeps what was told, and finds what touches a host at a time. */
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

  /** The host's link as the worst that any event makes of it. */
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
