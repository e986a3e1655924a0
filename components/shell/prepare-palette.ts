import type { HostRow } from "@/lib/contract/api/hosts.ts";

const SHOWN_HOSTS = 4;

/** Hosts that a word names, those whose name begins with it first. Without a word there are none. */
export function prepareHosts(hosts: readonly HostRow[], word: string): HostRow[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return [];
  return hosts
    .filter((host) => host.name.toLowerCase().includes(wanted) || host.cluster?.toLowerCase() === wanted)
    .toSorted((a, b) => rankOf(a, wanted) - rankOf(b, wanted) || a.name.localeCompare(b.name))
    .slice(0, SHOWN_HOSTS);
}

function rankOf(host: HostRow, wanted: string): number {
  return host.name.toLowerCase().startsWith(wanted) ? 0 : 1;
}

/** A name cut where the word stands in it; `null` where it does not. */
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
