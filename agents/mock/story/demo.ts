import { enterprise, type Estate, type HostGroup } from "../fleet/estate.ts";
import type { HostPlan, HostTraits } from "../fleet/host-plan.ts";
import { ORDINARY } from "../fleet/mix.ts";
import { Random } from "../random.ts";
import { hostCutOff } from "./host-silence.ts";
import { liveMigration } from "./live-migration.ts";
import { exchangeSwitchedOff, serviceOutage } from "./service-outage.ts";
import { storageLoss } from "./storage-loss.ts";
import type { Story, StoryEvent } from "./story.ts";

const MINUTE = 60;
const DAY_SECONDS = 86_400;

/** Irregularities from the start, by group and position in it. */
const ODD: Readonly<Record<string, Readonly<Record<number, HostTraits>>>> = {
  "NUE-PROD": { 6: { silentSinceSeconds: 41 * MINUTE } },
  "LDS-CLU01": { 3: { failedSection: "smb" } },
  "BRS-EDGE": { 1: { clockSkewSeconds: 190 } },
};

const RECOVERY_SITE: HostGroup = {
  site: "LEJ",
  cluster: null,
  hosts: 1,
  system: "2022",
  hardware: "hpe-dl380-gen10",
  uplink: "x710-set",
  workload: "windows",
  mix: ORDINARY,
  weight: 0.4,
  names: ["HV-AUSWEICH-LEJ"],
  // Replicas of the first VMs of the fleet's first host.
  traits: { 0: { replicates: { host: 0, vms: 8 } } },
};

const FORGOTTEN_LAB: HostGroup = {
  site: "LDS",
  cluster: null,
  hosts: 1,
  system: "2016",
  hardware: "dell-r720",
  uplink: "broadcom-single",
  workload: "windows",
  mix: ORDINARY,
  weight: 0.5,
  names: ["lds-lab-old"],
  traits: { 0: { silentSinceSeconds: 8 * DAY_SECONDS } },
};

const NEW_AND_UNREADABLE: HostGroup = {
  site: "BRS",
  cluster: null,
  hosts: 1,
  system: "2025",
  hardware: "dell-r660",
  uplink: "connectx6-roce",
  workload: "windows",
  mix: ORDINARY,
  names: ["WIN-4TQ7M2VB9KD"],
  traits: { 0: { withoutRights: true } },
};

/** Clusters, branches, a recovery site, and the few neglected hosts that every estate has. */
export const DEMO_ESTATE: Estate = [
  ...enterprise(ORDINARY).map((group) => ({ ...group, traits: (group.cluster && ODD[group.cluster]) || {} })),
  RECOVERY_SITE,
  FORGOTTEN_LAB,
  NEW_AND_UNREADABLE,
];

const CYCLE_SECONDS = 40 * MINUTE;

function isQuiet({ traits }: HostPlan): boolean {
  return Object.keys(traits).length === 0;
}

function isClustered({ cluster }: HostPlan): boolean {
  return cluster !== null;
}

/** Takes hosts without other events, one after the other, in an order that differs from cycle to cycle. */
function drawHosts(hosts: readonly HostPlan[], cycle: number) {
  const random = new Random("demo", cycle);
  const free = hosts
    .filter((host) => isQuiet(host) && host.vmCount >= 4)
    .map((host) => ({ host, at: random.next() }));
  const rest = cycle === 0 ? free : free.toSorted((a, b) => a.at - b.at);
  return (isWanted: (host: HostPlan) => boolean): HostPlan | null => {
    const place = rest.findIndex(({ host }) => isWanted(host));
    return place < 0 ? null : (rest.splice(place, 1)[0]?.host ?? null);
  };
}

function tellCycle(hosts: readonly HostPlan[], cycle: number): StoryEvent[] {
  const begin = cycle * CYCLE_SECONDS;
  const at = (minutes: number) => begin + minutes * MINUTE;
  const take = drawHosts(hosts, cycle);
  const events: StoryEvent[] = [];

  const struck = take(isClustered);
  if (struck) events.push(storageLoss(struck, { startsAt: at(2), mendsAt: at(10) }));

  const hasCompanion = (host: HostPlan) =>
    hosts.some(
      (other) => other !== host && other.cluster === host.cluster && isQuiet(other) && other.vmCount >= 4,
    );
  const drained = take((host) => isClustered(host) && host.cluster !== struck?.cluster && hasCompanion(host));
  const target = drained && take((host) => host.cluster === drained.cluster);
  if (drained && target) {
    events.push(
      liveMigration(drained, target, {
        startsAt: at(4),
        everySeconds: 40,
        lastsSeconds: 75,
        returnsAt: at(26),
        slots: [0, 1, 2, 3, 4, 5, 6, 7],
      }),
    );
  }

  const updated = take((host) => isClustered(host) && host.workload !== "linux" && host !== target);
  const neighbours = hosts.filter(
    (host) => updated !== null && host.cluster === updated.cluster && isQuiet(host),
  );
  if (updated?.cluster) {
    events.push(
      serviceOutage(neighbours, {
        service: "vss",
        share: 0.2,
        startsAt: at(5),
        endsAt: at(34),
        title: `Backup stopped responding in guests of ${updated.cluster.name}`,
        endTitle: `Backup responds again in the guests of ${updated.cluster.name}`,
      }),
    );
  }

  // The long-standing fault exists from the first report on, and is fixed once, in the first cycle.
  const careless = take((host) => !neighbours.includes(host));
  if (careless && cycle === 0) events.push(...exchangeSwitchedOff(careless, at(7), 0.35));

  const remote = take((host) => !neighbours.includes(host) && host !== careless);
  if (remote) events.push(hostCutOff(remote, at(8), at(17)));

  return events;
}

/** The demo's story: a storage incident, a drained node, a backup failure, a fix, a host that is cut off. */
export const demoStory: Story = { cycleSeconds: CYCLE_SECONDS, tell: tellCycle };
