import { WORST_FIRST } from "@/components/acceleration/technology-words.ts";
import { STATUS_ORDER } from "@/components/fleet/prepare-service-bars.ts";
import type { GlyphWord } from "@/components/ui/glyph.tsx";
import { isServiceKey, isTechnologyKey, toStatusWords } from "@/components/vms/service-words.ts";
import { toVmHref } from "@/components/vms/vm-listing.ts";
import type { CausesView, CauseView, FleetView } from "@/lib/contract/api/fleet.ts";
import type { GuideKind } from "@/lib/format/guide-href.ts";

/**
 * The emphasis of a number in the index: by the fleet's worst status of a service, or of a technology that is
 * configured and not in effect.
 */
export function prepareIndexTone(
  fleet: FleetView,
  kind: GuideKind,
  key: string,
): "critical" | "warning" | "quiet" {
  if (kind === "services" && isServiceKey(key)) {
    const { critical, warning } = fleet.serviceFindings[key];
    return critical > 0 ? "critical" : warning > 0 ? "warning" : "quiet";
  }
  if (kind !== "technologies") return "quiet";
  const ofVms = isTechnologyKey(key) ? (fleet.acceleration[key]?.configured ?? 0) : 0;
  const ofHosts = isHostTechnology(key, fleet) ? (fleet.hostAcceleration[key]?.configured ?? 0) : 0;
  return ofVms + ofHosts > 0 ? "warning" : "quiet";
}

export interface LiveShare {
  word: GlyphWord;
  label: string;
  count: number;
  /** The affected VMs or hosts. */
  href: string;
}

export interface LiveShares {
  title: string;
  shares: LiveShare[];
}

type FleetSums = Pick<FleetView, "services" | "acceleration" | "hostAcceleration">;

/** The status of a service or technology over the fleet's VMs and hosts. */
export function prepareShares(fleet: FleetSums, kind: GuideKind, key: string): LiveShares[] {
  if (kind === "services" && isServiceKey(key))
    return [
      {
        title: "VMs",
        shares: sharesOf(STATUS_ORDER, fleet.services[key], (status) =>
          toVmHref({ service: [`${key}:${status}`] }),
        ),
      },
    ];
  if (kind !== "technologies") return [];
  const ofVms = isTechnologyKey(key) ? fleet.acceleration[key] : undefined;
  const ofHosts = isHostTechnology(key, fleet) ? fleet.hostAcceleration[key] : undefined;
  return [
    ...(ofVms === undefined
      ? []
      : [
          {
            title: "VMs",
            shares: sharesOf(WORST_FIRST, ofVms, (status) =>
              toVmHref({ acceleration: [`${key}:${status}`] }),
            ),
          },
        ]),
    ...(ofHosts === undefined
      ? []
      : [
          {
            title: "Hosts",
            shares: sharesOf(WORST_FIRST, ofHosts, (status) => toHostsHref(`${key}:${status}`)),
          },
        ]),
  ];
}

function toHostsHref(acceleration: string): string {
  return `/hosts?${new URLSearchParams({ acceleration }).toString()}`;
}

function sharesOf<Status extends GlyphWord>(
  statuses: readonly Status[],
  counts: Partial<Record<Status, number>>,
  hrefOf: (status: Status) => string,
): LiveShare[] {
  return statuses.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count === 0 ? [] : [{ word: status, label: toStatusWords(status), count, href: hrefOf(status) }];
  });
}

function isHostTechnology(
  key: string,
  fleet: Pick<FleetView, "hostAcceleration">,
): key is keyof FleetView["hostAcceleration"] {
  return Object.hasOwn(fleet.hostAcceleration, key);
}

export interface LivePlace {
  host: { id: string; name: string };
  count: number;
  /** Of the place with the most. */
  share: number;
}

export interface LiveTrouble {
  findings: number;
  /** The number of VMs that the list has for these rules. */
  vms: number;
  /** The worst open severity. */
  severity: CauseView["severity"] | null;
  places: LivePlace[];
  morePlaces: number;
  /** The causes that have been open longest. */
  longest: CauseView[];
}

const SHOWN_PLACES = 5;
const SHOWN_CAUSES = 3;

/** The open findings of a page's rules: how many, where, and since when. */
export function prepareTrouble({ causes, findings, places }: CausesView, listed: number): LiveTrouble {
  const most = places[0]?.count ?? 1;
  return {
    findings,
    vms: listed,
    severity: SEVERITIES.find((severity) => causes.some((cause) => cause.severity === severity)) ?? null,
    places: places.slice(0, SHOWN_PLACES).map((place) => ({ ...place, share: place.count / most })),
    morePlaces: Math.max(0, places.length - SHOWN_PLACES),
    longest: causes
      .toSorted((left, right) => Date.parse(left.openedAt) - Date.parse(right.openedAt))
      .slice(0, SHOWN_CAUSES),
  };
}

const SEVERITIES = ["critical", "warning", "info"] as const;

/** Grouped as on a VM's page. */
export const CAPABILITY_STATUSES = [
  "in-use",
  "available",
  "unavailable",
  "unknown",
  "not-applicable",
] as const;

/** The same for a capability, from the length of each status's list; `null` until all of them are known. */
export function prepareCapabilityShares(
  capability: string,
  totals: readonly (number | undefined)[],
): LiveShare[] | null {
  if (totals.includes(undefined)) return null;
  return CAPABILITY_STATUSES.flatMap((status, index) => {
    const count = totals[index] ?? 0;
    if (count === 0) return [];
    const href = toVmHref({ capability: [`${capability}:${status}`] });
    return [{ word: status, label: toStatusWords(status), count, href }];
  });
}
