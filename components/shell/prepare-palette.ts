import type { HostRow } from "@/lib/contract/api/hosts.ts";
import type { VmRow } from "@/lib/contract/api/vms.ts";
import { guideHref, type GuideKind } from "@/lib/format/guide-href.ts";
import { CAPABILITY_NAMES, SERVICE_NAMES, TECHNOLOGY_NAMES } from "@/lib/format/names.ts";
import { RULE_NAMES } from "@/lib/format/rule-names.ts";

const SHOWN_HOSTS = 4;
const SHOWN_GUIDE_PAGES = 3;

export interface GuideHit {
  href: string;
  key: string;
  name: string;
  /** Its kind, and the id of a rule. */
  kind: string;
}

const GUIDE_HITS: readonly GuideHit[] = [
  ...hitsOf("services", "service", SERVICE_NAMES),
  ...hitsOf("technologies", "technology", TECHNOLOGY_NAMES),
  ...hitsOf("capabilities", "capability", CAPABILITY_NAMES),
  ...hitsOf("rules", "rule", RULE_NAMES),
];

function hitsOf(kind: GuideKind, word: string, names: Readonly<Record<string, string>>): GuideHit[] {
  return Object.entries(names).map(([key, name]) => ({
    href: guideHref(kind, key),
    key,
    name,
    kind: kind === "rules" ? `${word} ${key}` : word,
  }));
}

/** Guide pages that match a word, by name or key. Without a word there are none. */
export function prepareGuideHits(word: string): GuideHit[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return [];
  const rankOfHit = ({ name, key }: GuideHit) =>
    name.toLowerCase().startsWith(wanted) || key === wanted ? 0 : 1;
  return GUIDE_HITS.filter(({ name, key }) => `${name} ${key}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => rankOfHit(a) - rankOfHit(b))
    .slice(0, SHOWN_GUIDE_PAGES);
}

/**
 * The best matches among the hosts found, those whose name starts with the word first. Without a word there are none.
 */
export function prepareHosts<Host extends Pick<HostRow, "name">>(
  hosts: readonly Host[],
  word: string,
): Host[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return [];
  return hosts
    .toSorted((a, b) => rankOf(a, wanted) - rankOf(b, wanted) || a.name.localeCompare(b.name))
    .slice(0, SHOWN_HOSTS);
}

/** Whether the VMs matched only by their host's name: then the user means the host. */
export function isHostNamed(
  word: string,
  hosts: readonly Pick<HostRow, "name">[],
  vms: readonly Pick<VmRow, "name">[],
): boolean {
  const wanted = word.toLowerCase();
  return hosts.length > 0 && !vms.some(({ name }) => name.toLowerCase().includes(wanted));
}

/** A host may match only by its full name, its cluster or its id. */
function rankOf(host: Pick<HostRow, "name">, wanted: string): number {
  const at = host.name.toLowerCase().indexOf(wanted);
  return at < 0 ? 2 : Math.min(at, 1);
}

/** A name split at the matching word; `null` if it does not match. */
export function prepareHit(
  name: string,
  word: string,
): { before: string; hit: string; after: string } | null {
  const wanted = word.trim().toLowerCase();
  const at = wanted === "" ? -1 : name.toLowerCase().indexOf(wanted);
  if (at < 0) return null;
  return {
    before: name.slice(0, at),
    hit: name.slice(at, at + wanted.length),
    after: name.slice(at + wanted.length),
  };
}
