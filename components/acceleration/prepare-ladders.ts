import type { VmView } from "@/lib/contract/api/vms.ts";
import { TECHNOLOGY_LABELS } from "./technology-words.ts";

type Acceleration = VmView["acceleration"][number];
type Rung = Acceleration["rungs"][number];

/** One adapter with a ladder for each technology. */
export interface AdapterLadders {
  key: string;
  name: string;
  ladders: Ladder[];
}

export interface Ladder {
  technology: Acceleration["technology"];
  label: string;
  status: Acceleration["status"];
  /** `isBroken` is the first broken rung, the reason; those below it are quiet. */
  rungs: (Rung & { isBroken: boolean; isBelow: boolean })[];
}

/** The ladders by adapter, in the server's order; the ladders of a host as a whole have no adapter and no key. */
export function prepareLadders(acceleration: VmView["acceleration"]): AdapterLadders[] {
  const adapters = new Map<string, AdapterLadders>();
  for (const entry of acceleration) {
    const key = entry.adapterId ?? entry.adapterName ?? "";
    const adapter = adapters.get(key) ?? {
      key,
      name: entry.adapterName ?? "Unnamed adapter",
      ladders: [],
    };
    adapter.ladders.push(toLadder(entry));
    adapters.set(key, adapter);
  }
  return [...adapters.values()];
}

function toLadder({ technology, status, rungs, brokenRung }: Acceleration): Ladder {
  const broken = brokenRung === null ? -1 : rungs.findIndex(({ key }) => key === brokenRung);
  return {
    technology,
    label: TECHNOLOGY_LABELS[technology],
    status,
    rungs: rungs.map((rung, index) => ({
      ...rung,
      isBroken: index === broken,
      isBelow: broken !== -1 && index > broken,
    })),
  };
}
