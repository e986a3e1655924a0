import type { IndexedVmRow } from "@/lib/data/read/indexed-vms.ts";

/** The words of a VM that filters look for and that counts count: those of its row, and of its other columns. */
export function indexWordsOf(row: IndexedVmRow): string[] {
  return [
    ...row.words.filter((word) => !word.startsWith("gain:")),
    ...row.openRules.map(openRuleWord),
    ...Object.entries(row.grounds).map(([service, ground]) => groundWord(service, ground)),
    clusterWord(row.clusterWord),
    stateWord(row.state),
    healthWord(row.health),
    generationWord(row.generation),
    ...(row.versionWord === null ? [] : [versionWord(row.versionWord)]),
  ];
}

/** @param cluster in lower case; `null`: none */
export const clusterWord = (cluster: string | null) => `cluster:${cluster ?? ""}`;
export const stateWord = (state: string) => `state:${state}`;
export const healthWord = (health: string) => `health:${health}`;
/** @param generation 0 if it was not read */
export const generationWord = (generation: number) => `generation:${generation}`;
export const versionWord = (version: string) => `version:${version}`;
export const openRuleWord = (openRule: string) => `open:${openRule}`;
export const groundWord = (service: string, ground: string) => `ground:${service}:${ground}`;
