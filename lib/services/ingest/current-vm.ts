import type { CurrentVm } from "@/lib/data/ingest/vm-state.ts";
import type { IsoTime, VmFacts } from "@/lib/domain/facts.ts";
import type { OpenFinding } from "@/lib/domain/finding-life.ts";
import { guestOsName } from "@/lib/domain/guest/guest-os-name.ts";
import { healthOf } from "@/lib/domain/health.ts";
import type { PlacementFacts, ServiceVerdict, VmJudgement } from "@/lib/domain/judgement.ts";
import { tagsOf } from "@/lib/domain/tags.ts";
import { toStateWord } from "@/lib/domain/vm/state-word.ts";
import { SEVERITIES, type ServiceKey, type Severity, type VmRole } from "@/lib/domain/words.ts";
import { hashOf } from "./prepare-report.ts";
import { toOpenRule } from "./rollup.ts";

export interface CurrentVmInput {
  hostId: string;
  id: string;
  role: VmRole;
  cluster: string | null;
  hostTags: string[];
  facts: VmFacts;
  judgement: VmJudgement;
  open: readonly OpenFinding[];
  placement: PlacementFacts;
  /** The row before, on whatever host. */
  before: CurrentVm | null;
  at: IsoTime;
  notRunningSince: IsoTime | null;
}

/** The row of a VM where it is: its verdicts as words to filter and count by. */
export function currentVm(input: CurrentVmInput): CurrentVm {
  const { facts, judgement, before } = input;
  const counted = input.open.filter((finding) => finding.frozenAt === null);
  const guest = facts.guest ?? judgement.memory.guest?.facts ?? null;
  const guestOs = guest ? guestOsName(guest) : null;
  const tags = [...new Set([...tagsOf(facts.notes), ...input.hostTags])];
  const state = toStateWord(facts.state);
  const health = healthOf({ ...judgement, freshness: "fresh", findings: input.open, hostFindings: [] });
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
    guestOsKnownAt: facts.guest === null ? (judgement.memory.guest?.at ?? null) : null,
    tags,
    searchText: searchTextOf(facts, guest?.fqdn ?? null),
    services: judgement.services.map((service) => service.status),
    grounds: groundsOf(judgement.services),
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
  row.words = wordsOf(judgement.services, counted, tags, guestOs);
  row.verdictHash = hashOf(JSON.stringify([row, judgement.services]));
  return row;
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
  services: readonly Pick<ServiceVerdict, "key" | "status">[],
  findings: readonly Pick<OpenFinding, "rule">[],
  tags: readonly string[],
  guestOs: string | null,
): string[] {
  const words = services.map(({ key, status }) => `is:${key}:${status}`);
  for (const { rule } of findings) words.push(`rule:${rule}`);
  for (const tag of tags) words.push(`tag:${tag}`);
  words.push(`os:${guestOs ?? ""}`);
  return words;
}

/** What a search looks in, a line each, in lower case. */
function searchTextOf(facts: VmFacts, lastFqdn: string | null): string {
  const lines = new Set<string>([facts.name, facts.id]);
  const fqdn = facts.guest?.fqdn ?? lastFqdn;
  if (fqdn !== null) lines.add(fqdn);
  addAll(lines, facts.guest?.ipAddresses ?? null);
  for (const adapter of facts.adapters ?? []) addAll(lines, adapter.ipAddresses);
  return [...lines].join("\n").toLowerCase();
}

/** More addresses than any guest has are no use to a search, and a report may hold a great many of them. */
const MAX_LINES = 64;

function addAll(lines: Set<string>, more: readonly string[] | null): void {
  for (const line of more ?? []) {
    if (lines.size >= MAX_LINES) return;
    lines.add(line);
  }
}
