import { VM_LADDERS } from "@/lib/domain/network/vm/ladders.ts";

const VM_TITLES: ReadonlyMap<string, string> = new Map(
  VM_LADDERS.flatMap(({ technology, rungs }) =>
    rungs.map(({ key, title }) => [`${technology} ${key}`, title] as const),
  ),
);

/** A rung as it is titled on the page of a VM or host. */
export function rungInWords(side: "vm" | "host", technology: string, rung: string): { title: string } {
  return { title: (side === "vm" ? VM_TITLES.get(`${technology} ${rung}`) : undefined) ?? rung };
}
