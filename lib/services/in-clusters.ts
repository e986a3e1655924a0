import { NO_CLUSTER } from "@/lib/contract/api/no-cluster.ts";

/** Requested clusters, in lower case; a `null` element means no cluster. Returns `null` without a filter. */
export function toClusters(words: readonly string[] | undefined): (string | null)[] | null {
  if (!words?.length) return null;
  return words.map((word) => (word === NO_CLUSTER ? null : word.toLowerCase()));
}

/** Whether a cluster, or no cluster, is among the requested ones. */
export function isInClusters(clusters: readonly (string | null)[] | null, cluster: string | null): boolean {
  return clusters === null || clusters.includes(cluster?.toLowerCase() ?? null);
}
