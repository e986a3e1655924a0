import { HOST_LADDERS } from "@/lib/domain/network/host/climb.ts";
import { VM_LADDERS } from "@/lib/domain/network/vm/ladders.ts";

/**
 * Titles by technology and rung. Two ladders of one technology may word a rung differently: RDMA asks more of a host
 * adapter, which is climbed later, than of an adapter, and only there it breaks.
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

/** A rung as it is titled on the page of a VM or host. */
export function rungInWords(side: "vm" | "host", technology: string, rung: string): { title: string } {
  return { title: TITLES[side].get(`${technology} ${rung}`) ?? rung };
}
