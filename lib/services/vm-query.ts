import { guestOsWord } from "@/lib/domain/guest/guest-os-word.ts";
import { toOpenRule } from "@/lib/domain/open-rule.ts";
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
  type RuleId,
  type Severity,
} from "@/lib/domain/words.ts";
import { STATE_WORDS } from "@/lib/domain/vm/state-word.ts";
import { badParameter } from "./cursor.ts";
import type { FleetDirectory } from "./fleet-directory.ts";
import { toClusters } from "./in-clusters.ts";
import { clusterWord, generationWord, healthWord, openRuleWord, stateWord, versionWord } from "./vm-words.ts";

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

/** A VM meets it with any of these words. */
export interface VmCondition {
  words: readonly string[];
  /** All VMs of these hosts meet it. */
  hostIds?: readonly string[];
  /** Whether all VMs of silent hosts meet it, or none; of what does not depend on a report it says nothing. */
  ofSilent?: boolean;
}

export interface VmQuery {
  /** Part of the searched text, in lower case. */
  search: string | null;
  /** All of them must be met. */
  conditions: readonly VmCondition[];
  /** Only VMs that no host lists any longer, instead of all others. */
  isGone: boolean;
}

/** @throws AppError `bad-request` that names the filter. */
export function toVmQuery(words: VmFilterWords, directory: FleetDirectory): VmQuery {
  const hostIds = words.host?.length ? hostIdsOf(words.host, directory) : null;
  return {
    search: words.search?.trim().toLowerCase() || null,
    conditions: [
      // A VM claimed by two hosts is listed once, and found by either.
      ...(hostIds ? [{ words: hostIds.map((id) => `at:${id}`), hostIds }] : []),
      ...anyOf(toClusters(words.cluster), clusterWord),
      ...anyOf(words.tag, (tag) => `tag:${toTagWord(tag)}`),
      ...anyOf(words.state, (word) => stateWord(oneOf(STATE_WORDS, word, "state"))),
      ...anyOf(words.generation, (word) =>
        generationWord(Number(oneOf(["1", "2"] as const, String(word), "generation"))),
      ),
      ...anyOf(words.guestOs, guestOsWord),
      ...anyOf(words.configurationVersion, versionWord),
      ...anyOf(words.health, (word) => healthWord(oneOf(VM_HEALTHS, word, "health"))).map(reported),
      ...reportedWords(words).map((alternatives) => reported({ words: alternatives })),
      ...ruleConditions(words.rule?.map(toRuleFilter) ?? []),
    ],
    isGone: words.gone ?? false,
  };
}

/** Words that reports lead to. For one service, technology or capability any of its statuses matches. */
function reportedWords(words: VmFilterWords): string[][] {
  return [
    ...byFirst(words.service, (word) => `is:${checkedPair(word, "service", SERVICE_KEYS, SERVICE_STATUSES)}`),
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
  ];
}

/** Findings of a silent host do not count. */
function ruleConditions(filters: readonly RuleFilter[]): VmCondition[] {
  if (filters.length === 0) return [];
  const ofRules = { words: filters.map(({ rule }) => `rule:${rule}`), ofSilent: false };
  if (filters.every(({ severity }) => severity === null)) return [ofRules];
  const open = filters.flatMap(({ rule, severity }) =>
    (severity === null ? SEVERITIES : [severity]).map((each) => toOpenRule({ rule, severity: each })),
  );
  return [ofRules, { words: open.map(openRuleWord), ofSilent: false }];
}

function anyOf<Value>(
  values: readonly Value[] | null | undefined,
  toWord: (value: Value) => string,
): VmCondition[] {
  return values?.length ? [{ words: values.map(toWord) }] : [];
}

/** Of a silent host everything that reports lead to is unknown. */
function reported({ words }: VmCondition): VmCondition {
  return { words, ofSilent: words.some((word) => word.endsWith(":unknown")) };
}

/** A query without filters. */
export function isWhole({ search, conditions, isGone }: VmQuery): boolean {
  return search === null && conditions.length === 0 && !isGone;
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

/** Matches VMs with an open finding of the rule; `null`: of any severity. */
interface RuleFilter {
  rule: RuleId;
  severity: Severity | null;
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
