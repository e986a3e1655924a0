import { NO_CLUSTER } from "@/lib/contract/api/no-cluster.ts";

/** Clusters that are asked for, in lower case; `null` is none of them. `null` altogether: nothing is asked. */
export function toClusters(words: readonly string[] | undefined): (string | null)[] | null {
  if (!words?.length) return null;
  return words.map((word) => (word === NO_CLUSTER ? null : word.toLowerCase()));
}

/** Whether a cluster, or being in none, is among those that are asked for. */
export function isInClusters(clusters: readonly (string | null)[] | null, cluster: string | null): boolean {
  return clusters === null || clusters.includes(cluster?.toLowerCase() ?? null);
}
