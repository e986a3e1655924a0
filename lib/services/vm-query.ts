import type { RuleFilter, VmQuery } from "@/lib/data/read/vms.ts";
import {
  ACCELERATION_STATUSES,
  CAPABILITY_KEYS,
  CAPABILITY_STATUSES,
  CONVERSION_VERDICTS,
  RULE_IDS,
  SERVICE_KEYS,
  SERVICE_STATUSES,
  SEVERITIES,
  VM_HEALTHS,
  VM_TECHNOLOGIES,
  type AccelerationStatus,
} from "@/lib/domain/words.ts";
import { STATE_WORDS } from "@/lib/domain/vm/state-word.ts";
import { badParameter } from "./cursor.ts";
import type { FleetDirectory } from "./fleet-directory.ts";
import { toClusters } from "./in-clusters.ts";

/** Filters of the VM list, as in the URL: a list means any of its values. */
export interface VmFilterWords {
  search?: string | undefined;
  host?: readonly string[] | undefined;
  cluster?: readonly string[] | undefined;
  tag?: readonly string[] | undefined;
  state?: readonly string[] | undefined;
  health?: readonly string[] | undefined;
  generation?: readonly (string | number)[] | undefined;
  guestOs?: readonly string[] | undefined;
  service?: readonly string[] | undefined;
  acceleration?: readonly string[] | undefined;
  capability?: readonly string[] | undefined;
  conversion?: readonly string[] | undefined;
  check?: readonly string[] | undefined;
  rung?: readonly string[] | undefined;
  configurationVersion?: readonly string[] | undefined;
  rule?: readonly string[] | undefined;
  gone?: boolean | undefined;
}

/** @throws AppError `bad-request` that names the filter. */
export function toVmQuery(words: VmFilterWords, directory: FleetDirectory): VmQuery {
  return {
    search: words.search?.trim() ? words.search.trim() : null,
    hostIds: words.host?.length ? hostIdsOf(words.host, directory) : null,
    clusters: toClusters(words.cluster),
    tags: listOrNull(words.tag?.map(toTagWord)),
    states: words.state?.length ? words.state.map((word) => oneOf(STATE_WORDS, word, "state")) : null,
    healths: words.health?.length ? words.health.map((word) => oneOf(VM_HEALTHS, word, "health")) : null,
    generations: words.generation?.length
      ? words.generation.map((word) => Number(oneOf(["1", "2"] as const, String(word), "generation")))
      : null,
    guestOs: listOrNull(words.guestOs),
    rules: words.rule?.length ? words.rule.map(toRuleFilter) : null,
    // For one service, technology or capability any of its statuses matches; conditions for different ones must all match.
    words: [
      ...byFirst(
        words.service,
        (word) => `is:${checkedPair(word, "service", SERVICE_KEYS, SERVICE_STATUSES)}`,
      ),
      ...byFirst(
        words.acceleration,
        (word) => `net:${checkedPair(word, "acceleration", VM_TECHNOLOGIES, ACCELERATION_STATUSES)}`,
      ),
      ...byFirst(
        words.capability,
        (word) => `cap:${checkedPair(word, "capability", CAPABILITY_KEYS, CAPABILITY_STATUSES)}`,
      ),
      ...(words.conversion?.length
        ? [words.conversion.map((word) => `gen2:${oneOf(CONVERSION_VERDICTS, word, "conversion")}`)]
        : []),
      ...(words.check ?? []).map((word) => [`check:${word}`]),
      ...(words.rung?.length ? [words.rung.flatMap(toRungWords)] : []),
    ],
    versions: listOrNull(words.configurationVersion),
    gone: words.gone ?? false,
    silentHostIds: directory.silentHostIds,
    reportingHostIds: directory.reportingHostIds,
  };
}

/** A query without filters. */
export function isWhole({
  gone,
  words,
  silentHostIds: _silent,
  reportingHostIds: _reporting,
  ...rest
}: VmQuery): boolean {
  return !gone && words.length === 0 && Object.values(rest).every((list) => list === null);
}

/** A ladder broken at a rung has one of these statuses. */
const BROKEN_STATUSES = ["configured", "blocked"] as const satisfies readonly AccelerationStatus[];

interface BrokenRungWord {
  technology: string | undefined;
  rung: string | undefined;
  status: AccelerationStatus;
}

/**
 * `sr-iov:switch-iov:configured`; without a status, all of them match.
 * @throws AppError `bad-request`
 */
export function toBrokenRungs(given: string): BrokenRungWord[] {
  const [technology, rung, status, ...rest] = given.split(":");
  if (rest.length > 0) throw badParameter("rung", "must be two or three words separated by colons");
  const statuses = status === undefined ? BROKEN_STATUSES : [oneOf(BROKEN_STATUSES, status, "rung")];
  return statuses.map((each) => ({ technology, rung, status: each }));
}

/** `is.vss:warning`; without a severity, any matches. @throws AppError `bad-request` */
function toRuleFilter(given: string): RuleFilter {
  const [rule = "", severity, ...rest] = given.split(":");
  if (rest.length > 0) throw badParameter("rule", "must be one word, or two separated by a colon");
  return {
    rule: oneOf(RULE_IDS, rule, "rule"),
    severity: severity === undefined ? null : oneOf(SEVERITIES, severity, "rule"),
  };
}

function toRungWords(given: string): string[] {
  return toBrokenRungs(given).map(({ technology, rung, status }) => `rung:${technology}:${rung}:${status}`);
}

/** Groups words by key; words of one key are alternatives. */
export function byFirst(given: readonly string[] | undefined, toWord: (word: string) => string): string[][] {
  const lists = new Map<string, string[]>();
  for (const word of given ?? []) {
    const key = word.slice(0, word.indexOf(":"));
    lists.set(key, [...(lists.get(key) ?? []), toWord(word)]);
  }
  return [...lists.values()];
}

/** @throws AppError `bad-request` that names the filter. */
export function checkedPair(
  word: string,
  path: string,
  keys: readonly string[],
  statuses: readonly string[],
): string {
  const [key = "", status = "", ...rest] = word.split(":");
  if (rest.length > 0) throw badParameter(path, "must be two words separated by a colon");
  return `${oneOf(keys, key, path)}:${oneOf(statuses, status, path)}`;
}

function listOrNull(list: readonly string[] | undefined): string[] | null {
  return list?.length ? [...list] : null;
}

/** A host by id or, ignoring case, by name. An unknown host matches no VM. */
export function hostIdsOf(words: readonly string[], directory: FleetDirectory): string[] {
  return words.flatMap((word) => {
    const wanted = word.toLowerCase();
    return directory.hosts
      .filter(
        ({ id, name, fqdn }) =>
          id === wanted || name.toLowerCase() === wanted || fqdn?.toLowerCase() === wanted,
      )
      .map(({ id }) => id);
  });
}

export function oneOf<Word extends string>(words: readonly Word[], given: string, path: string): Word {
  const word = words.find((known) => known === given);
  if (word === undefined) throw badParameter(path, `must be one of ${words.join(", ")}`);
  return word;
}

/** Normalizes a tag as stored: with or without `#`, in any case, and in any Unicode composition. */
export function toTagWord(given: string): string {
  return given.replace(/^#/, "").toLowerCase().normalize("NFC");
}
