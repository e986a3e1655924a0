import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";

/** The label of a cluster's filter value. */
export function toClusterWords(value: string): string {
  return value === NO_CLUSTER ? STANDALONE : value;
}
