import {
  readDaysVersion,
  readFleetDays,
  readGroupDays,
  readHostGroupDays,
  readHostStarts,
  type SummedDay,
  type SummedGroup,
} from "@/lib/data/compliance/read-compliance.ts";

type Starts = Awaited<ReturnType<typeof readHostStarts>>;

/** Days that are over do not change but for reports that come late: what was read of them is kept until the next sum. */
interface Kept {
  version: string;
  fleet: Map<string, Promise<SummedDay[]>>;
  groups: Map<string, Promise<SummedGroup[]>>;
  starts: Map<string, Promise<Starts>>;
}

const CACHE = Symbol.for("innkeeper.compliance");
const MAX_KEPT = 24;
const shared = globalThis as typeof globalThis & { [CACHE]?: Kept };

export interface SummedDays {
  fleet: () => Promise<SummedDay[]>;
  groups: (kind: "cluster" | "tag" | "rule") => Promise<SummedGroup[]>;
  hosts: (ids: readonly string[]) => Promise<SummedGroup[]>;
  hostStarts: () => Promise<Starts>;
}

/** The sums of the days of a range, read once for as long as no day is summed anew. */
export async function summedDays({ from, to }: { from: string; to: string }): Promise<SummedDays> {
  const version = await readDaysVersion();
  let cache = shared[CACHE];
  if (cache?.version !== version) {
    cache = { version, fleet: new Map(), groups: new Map(), starts: new Map() };
    shared[CACHE] = cache;
  }
  const { fleet, groups, starts } = cache;
  const range = `${from} ${to}`;
  return {
    fleet: () => kept(fleet, range, () => readFleetDays(from, to)),
    groups: (kind) => kept(groups, `${range} ${kind}`, () => readGroupDays(kind, from, to)),
    hosts: (ids) => kept(groups, `${range} ${ids.join()}`, () => readHostGroupDays(from, to, ids)),
    hostStarts: () => kept(starts, range, () => readHostStarts(from, to)),
  };
}

/** An answer under way is shared as well; one that failed is asked for again. */
function kept<Answer>(
  answers: Map<string, Promise<Answer>>,
  key: string,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const found = answers.get(key);
  if (found) return found;
  if (answers.size >= MAX_KEPT) answers.clear();
  const answer = read();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
}
