import { readConversions } from "@/lib/data/read/conversions.ts";
import type { GenerationRow } from "@/lib/contract/api/generations.ts";
import type { Page } from "@/lib/contract/api/page.ts";
import { CAPABILITY_KEYS } from "@/lib/domain/words.ts";
import { fleetDirectory } from "./fleet-directory.ts";
import { listVms, type VmListWords } from "./list-vms.ts";

const CHECK_STATUSES = ["caution", "block", "unknown"] as const;

/** A page of generation 1 VMs with what each would gain and what prevents its conversion; convertible ones first. */
export async function listGenerations(words: VmListWords, now: Date): Promise<Page<GenerationRow>> {
  const page = await listVms({ ...words, generation: ["1"], sort: words.sort ?? "conversion" }, now);
  const { silentHostIds } = await fleetDirectory(now);
  const conversions = await readConversions(page.items.map(({ id }) => id));
  const byId = new Map(conversions.map((row) => [row.id, row]));
  return {
    ...page,
    items: page.items.map((vm) => {
      const row = byId.get(vm.id);
      const isKnown = row !== undefined && !silentHostIds.includes(vm.host.id);
      const { id, name, host, cluster, freshness, health, state, guestOs, configurationVersion } = vm;
      return {
        id,
        name,
        host,
        cluster,
        freshness,
        health,
        state,
        guestOs,
        configurationVersion,
        verdict: isKnown ? row.conversion : "unknown",
        gains: isKnown ? CAPABILITY_KEYS.filter((key) => row.gains.includes(`gain:${key}`)) : [],
        checks: isKnown ? Object.fromEntries(row.checks.flatMap(toCheck)) : {},
      };
    }),
  };
}

function toCheck(word: string): [string, (typeof CHECK_STATUSES)[number]][] {
  const [key = "", found] = word.split(":");
  const status = CHECK_STATUSES.find((known) => known === found);
  return status ? [[key, status]] : [];
}
