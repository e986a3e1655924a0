import type { VmFacts } from "../../facts.ts";
import type { VmTechnology } from "../../words.ts";
import type { LeanLadder } from "../ladder.ts";

/** What a VM of the same report shows about its own network, and its verdicts. */
export interface VmNetwork {
  vm: Pick<VmFacts, "id" | "name" | "adapters">;
  ladders: readonly LeanLadder<VmTechnology>[];
  /** What it requests and lacks because of the host, a switch or an adapter, which have the finding. */
  askedElsewhere: readonly {
    technology: VmTechnology;
    switchId: string | null;
    brokenRung: string;
    /** What Windows itself reports for the VM about that rung, if anything. */
    complaint?: string | null;
  }[];
}
