import { HOST_SORTS, type HostRow } from "@/lib/contract/api/hosts.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import { FRESHNESSES } from "@/lib/domain/words.ts";
import { badParameter, decodeCursor, encodeCursor } from "./cursor.ts";
import { fleetDirectory, type FleetHost } from "./fleet-directory.ts";
import { hostFindingsByHost, toHostRows } from "./host-rows.ts";
import { oneOf } from "./list-vms.ts";

export interface HostListWords {
  search?: string | undefined;
  cluster?: readonly string[] | undefined;
  freshness?: readonly string[] | undefined;
  tag?: readonly string[] | undefined;
  rule?: readonly string[] | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A page of hosts. Hosts are few and at hand, so they are filtered and sorted here. */
export async function listHosts(words: HostListWords, now: Date): Promise<Page<HostRow>> {
  const directory = await fleetDirectory(now);
  const findings = await hostFindingsByHost(directory);
  const sort = words.sort ?? "name";
  const isDescending = sort.startsWith("-");
  const by = oneOf(HOST_SORTS, isDescending ? sort.slice(1) : sort, "sort");
  const search = words.search?.trim().toLowerCase();
  const clusters = words.cluster?.map((name) => name.toLowerCase());
  const freshness = words.freshness?.map((word) => oneOf(FRESHNESSES, word, "freshness"));
  const tags = words.tag?.map((tag) => tag.replace(/^#/, "").toLowerCase());

  const weight = (host: FleetHost) =>
    (findings.get(host.id) ?? []).reduce(
      (sum, { severity }) => sum + (severity === "critical" ? 1_000_000 : severity === "warning" ? 1000 : 1),
      0,
    );
  const key: Record<(typeof HOST_SORTS)[number], (host: FleetHost) => string | number> = {
    name: (host) => host.name.toLowerCase(),
    cluster: (host) => host.cluster?.toLowerCase() ?? "\uffff",
    freshness: (host) => FRESHNESSES.indexOf(host.freshness),
    vms: (host) => host.counts.vms,
    findings: weight,
    lastReportedAt: (host) => Date.parse(host.observedAt),
  };
  const direction = isDescending ? -1 : 1;
  const hosts = directory.hosts
    .filter((host) => {
      if (
        search &&
        ![host.name, host.fqdn, host.cluster, host.id].some((text) => text?.toLowerCase().includes(search))
      )
        return false;
      if (clusters?.length && !clusters.includes(host.cluster?.toLowerCase() ?? "")) return false;
      if (freshness?.length && !freshness.includes(host.freshness)) return false;
      if (tags?.length && !host.tags.some((tag) => tags.includes(tag))) return false;
      if (words.rule?.length && !(findings.get(host.id) ?? []).some(({ rule }) => words.rule?.includes(rule)))
        return false;
      return true;
    })
    .toSorted((left, right) => {
      const [a, b] = [key[by](left), key[by](right)];
      return a === b ? (left.id < right.id ? -1 : 1) : (a < b ? -1 : 1) * direction;
    });

  const after = decodeCursor(words.cursor, sort, 1);
  const start = after ? hosts.findIndex(({ id }) => id === after[0]) + 1 : 0;
  if (after && start === 0) throw badParameter("cursor", "is not a cursor of this list");
  const limit = words.limit ?? 100;
  const page = hosts.slice(start, start + limit);
  const last = page.at(-1);
  return {
    items: await toHostRows(page, directory),
    nextCursor: start + limit < hosts.length && last ? encodeCursor(sort, [last.id]) : null,
    total: hosts.length,
  };
}
