import { HOST_LADDERS } from "@/lib/domain/network/host/climb.ts";
import { RUNG_FAULTS } from "@/lib/domain/network/rung-faults.ts";
import { VM_LADDERS } from "@/lib/domain/network/vm/ladders.ts";
import type { FixCost } from "@/lib/domain/words.ts";

/**
 * Titles by technology and rung. If two ladders of one technology title a rung differently, the later ladder's title is
 * used: RDMA requires more of a host adapter than of a physical one, and the rung fails only on a host adapter.
 */
function titlesOf(
  ladders: readonly { technology: string; rungs: readonly { key: string; title: string }[] }[],
): ReadonlyMap<string, string> {
  return new Map(
    ladders.flatMap(({ technology, rungs }) =>
      rungs.map(({ key, title }) => [`${technology} ${key}`, title] as const),
    ),
  );
}

const TITLES = { vm: titlesOf(VM_LADDERS), host: titlesOf(HOST_LADDERS) } as const;

/** A rung's title as shown on the page of a VM or host, and its fault text. */
export function rungInWords(
  side: "vm" | "host",
  technology: string,
  rung: string,
): { title: string; fault: string; costs: FixCost[] } {
  const title = TITLES[side].get(`${technology} ${rung}`) ?? rung;
  const { fault, costs } = RUNG_FAULTS[rung] ?? { fault: title, costs: [] };
  return { title, fault, costs: [...costs] };
}
