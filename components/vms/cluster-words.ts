import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";

/** A cluster as a filter has it, as it is called. */
export function toClusterWords(value: string): string {
  return value === NO_CLUSTER ? STANDALONE : value;
}
