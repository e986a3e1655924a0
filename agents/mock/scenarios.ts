import type { Estate, HostGroup } from "./fleet/estate.ts";
import type { HostPlan } from "./fleet/host-plan.ts";
import { KEPT, NEGLECTED, ORDINARY } from "./fleet/mix.ts";
import { GENERATION_1, LARGE, MIXED_CLUSTERS, NETWORK_RICH } from "./fleet/special-estates.ts";
import { DEMO_ESTATE, demoStory } from "./story/demo.ts";
import { hostCutOff, hostOff } from "./story/host-silence.ts";
import { liveMigration } from "./story/live-migration.ts";
import { storageLoss } from "./story/storage-loss.ts";
import type { Story, StoryEvent } from "./story/story.ts";

export const SCENARIO_NAMES = [
  "healthy",
  "neglected",
  "incident",
  "offline-host",
  "german-host",
  "migration",
  "linux-heavy",
  "first-hours",
  "network-rich",
  "gen1-estate",
  "mixed-cluster",
  "large",
  "demo",
] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** A fleet with a purpose: its composition, its usual size, and the events in it. */
interface Scenario {
  readonly summary: string;
  readonly hosts: number;
  readonly vmsPerHost: number;
  readonly estate: Estate;
  readonly story: Story | null;
}

const CORE: HostGroup = {
  site: "LNZ",
  cluster: "LNZ-CORE",
  hosts: 4,
  system: "2022",
  hardware: "dell-r750",
  uplink: "connectx6-roce",
  workload: "windows",
  mix: KEPT,
};

/** In the first hours a new host appears every minute and a half. */
const ENROLS_EVERY_SECONDS = 90;

function once(tell: (hosts: readonly HostPlan[]) => StoryEvent[]): Story {
  return { cycleSeconds: null, tell };
}

const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  healthy: {
    summary: "a well-kept cluster without problems",
    hosts: 4,
    vmsPerHost: 12,
    estate: [CORE],
    story: null,
  },
  neglected: {
    summary: "years of neglect: services off, silent guests, old configuration versions, generation 1",
    hosts: 5,
    vmsPerHost: 16,
    estate: [
      { ...CORE, hosts: 2, mix: NEGLECTED, workload: "mixed" },
      {
        ...CORE,
        site: "GRZ",
        cluster: null,
        hosts: 2,
        mix: NEGLECTED,
        system: "2019",
        hardware: "fujitsu-rx2540",
        uplink: "x520-lbfo",
        workload: "plant",
      },
      {
        ...CORE,
        site: "LEJ",
        cluster: null,
        hosts: 1,
        mix: NEGLECTED,
        system: "2012r2",
        hardware: "dell-r720",
        uplink: "broadcom-single",
        workload: "mixed",
        names: ["WERK-ALT-VIRT"],
      },
    ],
    story: null,
  },
  incident: {
    summary: "after two minutes a host loses a path to its storage; after ten it is restored",
    hosts: 4,
    vmsPerHost: 20,
    estate: [CORE],
    story: once(([, host]) => (host ? [storageLoss(host, { startsAt: 120, mendsAt: 600 })] : [])),
  },
  "offline-host": {
    summary:
      "after three minutes one host stops permanently, another loses its connection and later sends its backlog",
    hosts: 4,
    vmsPerHost: 12,
    estate: [CORE],
    story: once(([, off, cut]) => [
      ...(off ? [hostOff(off, 180)] : []),
      ...(cut ? [hostCutOff(cut, 180, 900)] : []),
    ]),
  },
  "german-host": {
    summary: "hosts with German Windows: localized names and texts",
    hosts: 2,
    vmsPerHost: 14,
    estate: [
      {
        ...CORE,
        site: "GRZ",
        cluster: "GRZ-WERK",
        hosts: 2,
        system: "2019",
        hardware: "fujitsu-rx2540",
        uplink: "x710-set",
        workload: "mixed",
        mix: {
          ...ORDINARY,
          flaws: { ...ORDINARY.flaws, "exchange-dead": 0.15, "backup-dead": 0.1, lost: 0.05 },
        },
        language: "de",
      },
    ],
    story: null,
  },
  migration: {
    summary: "VMs live-migrate between the nodes of a cluster, and back again",
    hosts: 3,
    vmsPerHost: 12,
    estate: [CORE],
    story: once(([from, to]) =>
      from && to
        ? [
            liveMigration(from, to, {
              startsAt: 90,
              everySeconds: 45,
              lastsSeconds: 80,
              returnsAt: 900,
              slots: [0, 1, 2, 3, 4, 5],
            }),
          ]
        : [],
    ),
  },
  "linux-heavy": {
    summary: "mostly Linux guests, with and without the integration daemons",
    hosts: 4,
    vmsPerHost: 20,
    estate: [
      {
        ...CORE,
        site: "EDI",
        cluster: "EDI-LINUX",
        workload: "linux",
        mix: { ...ORDINARY, flaws: { ...ORDINARY.flaws, "exchange-dead": 0.25, "backup-dead": 0.2 } },
      },
    ],
    story: null,
  },
  "first-hours": {
    summary: "agents are installed on one host after another",
    hosts: 8,
    vmsPerHost: 10,
    estate: [
      {
        ...CORE,
        hosts: 8,
        mix: ORDINARY,
        workload: "mixed",
        traits: Object.fromEntries(
          Array.from({ length: 8 }, (_, place) => [
            place,
            { enrollsAtSeconds: place * ENROLS_EVERY_SECONDS },
          ]),
        ),
      },
    ],
    story: null,
  },
  "network-rich": {
    summary: "SR-IOV in every state, SET and LBFO, RoCE with and without DCB, iWARP, 1 GbE, a nested host",
    hosts: 24,
    vmsPerHost: 16,
    estate: NETWORK_RICH,
    story: null,
  },
  "gen1-estate": {
    summary: "mostly generation 1, with every result of the check for moving to generation 2",
    hosts: 6,
    vmsPerHost: 30,
    estate: GENERATION_1,
    story: null,
  },
  "mixed-cluster": {
    summary: "clusters whose nodes differ: SR-IOV, teaming, RDMA, Windows version",
    hosts: 13,
    vmsPerHost: 12,
    estate: MIXED_CLUSTERS,
    story: null,
  },
  large: {
    summary: "any number of hosts and VMs, with something of everything",
    hosts: 500,
    vmsPerHost: 100,
    estate: LARGE,
    story: null,
  },
  demo: {
    summary: "about 40 hosts and 1,200 VMs with a story that unfolds and repeats",
    hosts: 40,
    vmsPerHost: 30,
    estate: DEMO_ESTATE,
    story: demoStory,
  },
};

export function scenarioOf(name: ScenarioName): Scenario {
  return SCENARIOS[name];
}
