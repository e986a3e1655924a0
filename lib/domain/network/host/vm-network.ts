import type { VmFacts } from "../../facts.ts";
import type { VmTechnology } from "../../words.ts";
import type { LeanLadder } from "../ladder.ts";

/** What a VM of the same report says of its own network, and what was judged of it. */
export interface VmNetwork {
  vm: Pick<VmFacts, "id" | "name" | "adapters">;
  ladders: readonly LeanLadder<VmTechnology>[];
  /** What it wants and does not get because of the host, a switch or an adapter, which answer for it. */
  askedElsewhere: readonly {
    technology: VmTechnology;
    switchId: string | null;
    brokenRung: string;
    /** What Windows itself says of the VM about that rung, if it does. */
    complaint?: string | null;
  }[];
}
