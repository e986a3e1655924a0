import { ANY_SECTION } from "@/lib/contract/api/any-section.ts";
import { isReporting } from "@/lib/domain/freshness.ts";
import { allSectionStates, SECTION_NAMES } from "@/lib/domain/host/section-states.ts";
import {
  ACCELERATION_STATUSES,
  FRESHNESSES,
  HOST_TECHNOLOGIES,
  VM_HEALTHS,
  type HostTechnology,
  type VmHealth,
} from "@/lib/domain/words.ts";
import type { FleetDirectory, FleetHost } from "./fleet-directory.ts";
import {
  healthAsRead,
  hostAcceleration,
  hostFindingsByHost,
  type HostFindingsByHost,
  unreadOf,
} from "./host-rows.ts";
import { isInClusters, toClusters } from "./in-clusters.ts";
import { apartByHost } from "./technology-drift.ts";
import { byFirst, checkedPair, oneOf, toBrokenRungs, toTagWord } from "./vm-query.ts";

/** Filters of the host list, as in the URL: a list means any of its values. */
export interface HostFilterWords {
  search?: string | undefined;
  cluster?: readonly string[] | undefined;
  freshness?: readonly string[] | undefined;
  tag?: readonly string[] | undefined;
  rule?: readonly string[] | undefined;
  health?: readonly string[] | undefined;
  acceleration?: readonly string[] | undefined;
  rung?: readonly string[] | undefined;
  section?: readonly string[] | undefined;
  agent?: readonly string[] | undefined;
  system?: readonly string[] | undefined;
  apart?: boolean | undefined;
}

/** Data for filters that the directory does not contain. */
export interface HostSurroundings {
  apart: ReadonlyMap<string, readonly HostTechnology[]>;
  findings: HostFindingsByHost;
}

/** Reads findings only if a filter needs them. */
export async function surroundingsOf(
  directory: FleetDirectory,
  isAskingForFindings: boolean,
): Promise<HostSurroundings> {
  return {
    apart: apartByHost(directory.hosts),
    findings: isAskingForFindings ? await hostFindingsByHost(directory) : new Map(),
  };
}

/** @throws AppError `bad-request` for the invalid filter */
export function toHostFilter(
  words: HostFilterWords,
  { apart, findings }: HostSurroundings,
): (host: FleetHost) => boolean {
  const search = words.search?.trim().toLowerCase();
  const clusters = toClusters(words.cluster);
  const freshness = words.freshness?.map((word) => oneOf(FRESHNESSES, word, "freshness"));
  const tags = words.tag?.map(toTagWord);
  const healths = words.health?.map((word) => oneOf(VM_HEALTHS, word, "health"));
  const sections = words.section?.map((word) => oneOf([ANY_SECTION, ...SECTION_NAMES], word, "section"));
  // For one technology any of its statuses matches; the conditions for different technologies must all match.
  const technologies = byFirst(words.acceleration, (word) =>
    checkedPair(word, "acceleration", HOST_TECHNOLOGIES, ACCELERATION_STATUSES),
  );
  const rungs = words.rung?.flatMap(toBrokenRungs);
  return (host) => {
    if (search && !isFoundBy(search, host)) return false;
    if (!isInClusters(clusters, host.cluster)) return false;
    if (freshness?.length && !freshness.includes(host.freshness)) return false;
    if (tags?.length && !host.tags.some((tag) => tags.includes(tag))) return false;
    if (words.rule?.length && !(findings.get(host.id) ?? []).some(({ rule }) => words.rule?.includes(rule)))
      return false;
    if (healths?.length && !isAmong(healths, worstHealthOf(host))) return false;
    if (sections?.length && !sectionWordsOf(host).some((section) => sections.includes(section))) return false;
    if (words.agent?.length && !words.agent.includes(host.agentVersion)) return false;
    if (words.system?.length && !isAmong(words.system, host.osCaption)) return false;
    if (words.apart !== undefined && words.apart !== apart.has(host.id)) return false;
    if (rungs?.length && !rungs.some((rung) => isBrokenAt(rung, host))) return false;
    const acceleration = hostAcceleration(host);
    return technologies.every((any) =>
      any.some((pair) => {
        const [technology, status] = pair.split(":");
        return HOST_TECHNOLOGIES.some((key) => key === technology && acceleration[key] === status);
      }),
    );
  };
}

/** For a silent host it is unknown. */
function isBrokenAt(
  { technology, rung, status }: ReturnType<typeof toBrokenRungs>[number],
  { counts, freshness }: FleetHost,
): boolean {
  return (
    isReporting(freshness) && Object.hasOwn(counts.network?.ladders ?? {}, `${technology} ${status} ${rung}`)
  );
}

/** At least two bytes: a single byte occurs in the address of nearly every adapter. */
const PART_OF_MAC = /^[0-9a-f]{4,12}$/;

/** Searches its names, its cluster and its adapters. A MAC address matches in any notation. */
function isFoundBy(search: string, host: FleetHost): boolean {
  const texts = [host.name, host.fqdn, host.cluster, host.id];
  if (texts.some((text) => text?.toLowerCase().includes(search))) return true;
  if (host.adapterWords.some((word) => word.includes(search))) return true;
  const digits = search.replaceAll(/[-:.]/g, "");
  return PART_OF_MAC.test(digits) && host.macAddresses.some((address) => address.includes(digits));
}

/** `null` if it has no VM. */
export function worstHealthOf(host: FleetHost): VmHealth | null {
  const health = healthAsRead(host);
  return VM_HEALTHS.find((word) => health[word] > 0) ?? null;
}

/**
 * The incomplete sections of its last report, preceded by the value for any section. Empty for a silent host, whose
 * report is outdated.
 */
export function sectionWordsOf(host: FleetHost): string[] {
  if (!isReporting(host.freshness)) return [];
  const unread = unreadOf(host.unreadFacts, host.sections);
  const names = allSectionStates(host.sections, unread)
    .filter(({ status }) => status === "partial" || status === "failed")
    .map(({ name }) => name)
    .filter((name) => SECTION_NAMES.some((known) => known === name));
  return names.length === 0 ? [] : [ANY_SECTION, ...names];
}

function isAmong<Value extends string>(values: readonly Value[], value: Value | null): boolean {
  return value !== null && values.includes(value);
}
