import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import type { GuestFacts, IsoTime, VmFacts } from "@/lib/domain/facts.ts";
import type { OpenFinding } from "@/lib/domain/finding-life.ts";
import { guestOsName } from "@/lib/domain/guest/guest-os-name.ts";
import { guestOsWord } from "@/lib/domain/guest/guest-os-word.ts";
import { knownGuest } from "@/lib/domain/guest/known-guest.ts";
import { healthOf } from "@/lib/domain/health.ts";
import { toOpenRule } from "@/lib/domain/open-rule.ts";
import type { PlacementFacts, ServiceVerdict } from "@/lib/domain/judgement.ts";
import { unreadPart } from "@/lib/domain/services/unread-services.ts";
import { stableKey } from "@/lib/domain/stable-key.ts";
import { tagsOf } from "@/lib/domain/tags.ts";
import { toStateWord } from "@/lib/domain/vm/state-word.ts";
import type { VmLeanLadder } from "@/lib/domain/network/vm/judge-vm-network.ts";
import {
  CAPABILITY_KEYS,
  RULE_IDS,
  SEVERITIES,
  VM_TECHNOLOGIES,
  type ServiceKey,
  type Severity,
  type VmRole,
} from "@/lib/domain/words.ts";
import type { JudgedVm } from "./judge-vms.ts";
import { hashOf } from "../hash-of.ts";
import { INCAPABLE } from "./rollup.ts";

export interface CurrentVmInput {
  hostId: string;
  id: string;
  role: VmRole;
  cluster: string | null;
  hostTags: string[];
  facts: VmFacts;
  judged: JudgedVm;
  open: readonly OpenFinding[];
  /** Findings of its host that name the VM. */
  hostFindings: readonly OpenFinding[];
  placement: PlacementFacts;
  /** The previous row, on any host. */
  before: CurrentVm | null;
  at: IsoTime;
  notRunningSince: IsoTime | null;
}

/** The row of a VM on its current host: its verdicts as words for filters and counts. */
export function currentVm(input: CurrentVmInput): CurrentVm {
  const { facts, before, hostFindings } = input;
  const { judgement, network, conversion } = input.judged;
  // The same findings produce the same row, in whatever order they are read.
  const counted = [...input.open, ...hostFindings]
    .filter((finding) => finding.frozenAt === null)
    .toSorted((left, right) => RULE_IDS.indexOf(left.rule) - RULE_IDS.indexOf(right.rule));
  // A responding guest may not report its operating system, for example while starting: the last known one is kept then.
  const guest = knownGuest(facts.guest, judgement.memory);
  const guestOs = guestOsName(guest.facts);
  const tags = [...new Set([...tagsOf(facts.notes), ...input.hostTags])];
  const state = toStateWord(facts.state);
  const health = healthOf({ ...judgement, freshness: "fresh", findings: input.open, hostFindings });
  const row: CurrentVm = {
    hostId: input.hostId,
    id: input.id,
    vmId: facts.id,
    role: input.role,
    name: facts.name,
    cluster: input.cluster,
    generation: facts.generation,
    configurationVersion: facts.configurationVersion,
    state,
    health,
    guestOs,
    guestOsKnownAt: guest.lastToldAt,
    tags,
    searchText: searchTextOf(facts, guest.facts),
    services: judgement.services.map((service) => service.status),
    grounds: groundsOf(judgement.services),
    acceleration: VM_TECHNOLOGIES.map((technology) => network.words[technology]),
    ladders: network.ladders.flatMap(toLadderWord),
    capabilities: judgement.capabilities,
    conversion: judgement.conversion,
    conversionChecks: [...conversion.checks],
    words: [],
    criticalCount: countOf(counted, "critical"),
    warningCount: countOf(counted, "warning"),
    infoCount: countOf(counted, "info"),
    worst: worstOf(counted),
    openRules: counted.map(toOpenRule).toSorted(),
    placement: input.placement,
    memory: judgement.memory,
    verdictHash: "",
    firstSeenAt: before?.firstSeenAt ?? input.at,
    notRunningSince: input.notRunningSince,
    goneAt: null,
  };
  row.words = [
    ...wordsOf(judgement.services, counted, tags, guestOs),
    ...accelerationWords(row, conversion.gains),
    ...placeWords(input.placement),
  ];
  // Values read back from the database may have their keys in a different order than in the report.
  const told = [{ ...row, memory: undefined, placement: undefined }, judgement.services];
  row.verdictHash = hashOf(`${JSON.stringify(told)}${stableKey([row.memory, row.placement])}`);
  return row;
}

export function toLadderWord({ technology, status, brokenRung, isCapable }: VmLeanLadder): string[] {
  if (status === "not-applicable") return [];
  if (brokenRung === null) return [`${technology} ${status}`];
  return [`${technology} ${status} ${brokenRung}${isCapable ? "" : INCAPABLE}`];
}

const AT = "at:";

/** A disputed VM is listed on the page of each host that claims it: `at:<id of the host>`. */
function placeWords({ conflict, hosts }: PlacementFacts): string[] {
  return conflict === null ? [] : hosts.map(({ id }) => `${AT}${id}`);
}

/** The words of a row for which only the placement has changed. */
export function wordsAt(words: readonly string[], placement: PlacementFacts): string[] {
  return [...words.filter((word) => !word.startsWith(AT)), ...placeWords(placement)];
}

/**
 * Words for filters other than services: `net:sr-iov:blocked`, `rung:sr-iov:<key>:blocked`, `cap:vtpm:available`,
 * `gen2:ready`.
 */
function accelerationWords(row: CurrentVm, gains: readonly string[]): string[] {
  const rungs = row.ladders.flatMap((ladder) => {
    const [technology, status, rung] = ladder.split(" ");
    return rung === undefined ? [] : [`rung:${technology}:${rung}:${status}`];
  });
  return [
    ...row.acceleration.map((word, index) => `net:${VM_TECHNOLOGIES[index]}:${word}`),
    ...new Set(rungs),
    ...row.capabilities.map((word, index) => `cap:${CAPABILITY_KEYS[index]}:${word}`),
    `gen2:${row.conversion}`,
    ...row.conversionChecks.map((check) => `check:${check}`),
    ...gains.map((key) => `gain:${key}`),
  ];
}

function groundsOf(services: readonly ServiceVerdict[]): CurrentVm["grounds"] {
  const grounds: Partial<Record<ServiceKey, Severity | "follows">> = {};
  for (const { key, severity, follows } of services) {
    if (severity !== null) grounds[key] = severity;
    else if (follows !== null) grounds[key] = "follows";
  }
  return grounds;
}

function countOf(findings: readonly OpenFinding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

export function worstOf(findings: readonly OpenFinding[]): CurrentVm["worst"] {
  for (const severity of SEVERITIES) {
    const worst = findings.find((finding) => finding.severity === severity);
    if (worst) return { rule: worst.rule, severity, summary: worst.summary };
  }
  return null;
}

export function wordsOf(
  services: readonly ServiceVerdict[],
  findings: readonly Pick<OpenFinding, "rule">[],
  tags: readonly string[],
  guestOs: string | null,
): string[] {
  const words = services.map(({ key, status }) => `is:${key}:${status}`);
  for (const { rule } of findings) words.push(`rule:${rule}`);
  for (const tag of tags) words.push(`tag:${tag}`);
  words.push(guestOsWord(guestOs));
  const unread = unreadPart(services);
  if (unread !== null) words.push(`unread:${unread}`);
  return words;
}

/**
 * The searchable texts, one per line, in lower case. A guest that does not report is found by what it last reported: an
 * operator looks for it by the address that stopped answering.
 */
function searchTextOf(facts: VmFacts, lastGuest: GuestFacts | null): string {
  const lines = new Set<string>([facts.name, facts.id]);
  const fqdn = facts.guest?.fqdn ?? lastGuest?.fqdn ?? null;
  if (fqdn !== null) lines.add(fqdn);
  addAll(lines, facts.guest?.ipAddresses ?? lastGuest?.ipAddresses ?? null);
  for (const adapter of facts.adapters ?? []) addAll(lines, adapter.ipAddresses);
  return [...lines].join("\n").toLowerCase();
}

/** Limits the searchable addresses: a report may contain far more than any guest has. */
const MAX_LINES = 64;

function addAll(lines: Set<string>, more: readonly string[] | null): void {
  for (const line of more ?? []) {
    if (lines.size >= MAX_LINES) return;
    lines.add(line);
  }
}
