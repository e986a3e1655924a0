import { countFindings, readFindingPage, type FindingQuery } from "@/lib/data/read/findings.ts";
import { FINDING_STATUSES, type FindingView } from "@/lib/contract/api/findings.ts";
import type { LongPage } from "@/lib/contract/api/page.ts";
import { RULE_IDS, SEVERITIES } from "@/lib/domain/words.ts";
import { countOnce } from "./count-once.ts";
import { badCursor, decodeCursor, encodeCursor, isMoment, toVmId, UUID } from "./cursor.ts";
import { toFindingView } from "./finding-view.ts";
import { fleetDirectory, type FleetDirectory } from "./fleet-directory.ts";
import { isInClusters, toClusters } from "./in-clusters.ts";
import { hostIdsOf, oneOf } from "./vm-query.ts";

export interface FindingListWords {
  status?: string | undefined;
  severity?: readonly string[] | undefined;
  rule?: readonly string[] | undefined;
  host?: readonly string[] | undefined;
  vm?: readonly string[] | undefined;
  cluster?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A page of findings, worst first, then newest first; open findings unless another status is requested. */
export async function listFindings(words: FindingListWords, now: Date): Promise<LongPage<FindingView>> {
  const directory = await fleetDirectory(now);
  const query = toFindingQuery(words, directory);
  const limit = words.limit ?? 100;
  const after = decodeCursor(words.cursor, "findings", 3);
  const [rank, openedAt, id] = after ?? [];
  if (after && !(/^[0-2]$/.test(rank ?? "") && isMoment(openedAt ?? "") && UUID.test(id ?? "")))
    throw badCursor();
  const rows = await readFindingPage(
    query,
    rank !== undefined && openedAt !== undefined && id !== undefined
      ? { rank: Number(rank), openedAt, id }
      : null,
    limit,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toFindingView(row, directory)),
    nextCursor:
      rows.length > limit && last ? encodeCursor("findings", [last.rank, last.openedAt, last.id]) : null,
    total: await countOnce(query, directory, countFindings),
  };
}

/** @throws AppError `bad-request` for the invalid filter */
export function toFindingQuery(words: FindingListWords, directory: FleetDirectory): FindingQuery {
  const clusters = toClusters(words.cluster);
  const inClusters = clusters
    ? directory.hosts.filter(({ cluster }) => isInClusters(clusters, cluster)).map(({ id }) => id)
    : null;
  const named = words.host?.length ? hostIdsOf(words.host, directory) : null;
  return {
    status: oneOf(FINDING_STATUSES, words.status ?? "open", "status"),
    severities: words.severity?.length
      ? words.severity.map((word) => oneOf(SEVERITIES, word, "severity"))
      : null,
    rules: words.rule?.length ? words.rule.map((word) => oneOf(RULE_IDS, word, "rule")) : null,
    hostIds: named && inClusters ? named.filter((id) => inClusters.includes(id)) : (named ?? inClusters),
    vmIds: words.vm?.length ? words.vm.map(toVmId) : null,
    silentHostIds: directory.silentHostIds,
  };
}
