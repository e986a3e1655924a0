import { readFixDays } from "@/lib/data/compliance/fix-days.ts";
import {
  readDaysVersion,
  readFirstDay,
  readFleetDays,
  readGroupDays,
  readHostGroupDays,
  readHostStarts,
  type SummedDay,
  type SummedGroup,
} from "@/lib/data/compliance/read-compliance.ts";
import { type Lives, toLives } from "./lives.ts";

type Starts = Awaited<ReturnType<typeof readHostStarts>>;

/** Past days change only through late reports, so their data is cached until the next sum. */
interface Kept {
  version: string;
  fleet: Map<string, Promise<SummedDay[]>>;
  groups: Map<string, Promise<SummedGroup[]>>;
  starts: Map<string, Promise<Starts>>;
  lives: Map<string, Promise<Lives[]>>;
  firstDay: Map<"", Promise<string | null>>;
}

const CACHE = Symbol.for("innkeeper.compliance");
const MAX_KEPT = 24;
const shared = globalThis as typeof globalThis & { [CACHE]?: Kept };

export interface SummedDays {
  fleet: () => Promise<SummedDay[]>;
  groups: (kind: "cluster" | "tag" | "rule") => Promise<SummedGroup[]>;
  hosts: (ids: readonly string[]) => Promise<SummedGroup[]>;
  hostStarts: () => Promise<Starts>;
  /** Closed findings, by rule and severity. */
  lives: () => Promise<Lives[]>;
  /** The first summed day; there are no records before it. `null` until the first day is over. */
  firstOnRecord: () => Promise<string | null>;
}

/** The sums of the days of a range, read once and cached until a day is summed again. */
export async function summedDays({ from, to }: { from: string; to: string }): Promise<SummedDays> {
  const { fleet, groups, starts, lives, firstDay } = await keptNow();
  const range = `${from} ${to}`;
  return {
    fleet: () => kept(fleet, range, () => readFleetDays(from, to)),
    groups: (kind) => kept(groups, `${range} ${kind}`, () => readGroupDays(kind, from, to)),
    hosts: (ids) => kept(groups, `${range} ${ids.join()}`, () => readHostGroupDays(from, to, ids)),
    hostStarts: () => kept(starts, range, () => readHostStarts(from, to)),
    lives: () => kept(lives, range, async () => (await readFixDays(from, to)).map(toLives)),
    firstOnRecord: () => kept(firstDay, "", readFirstDay),
  };
}

/** The first summed day; there are no records before it. `null` until the first day is over. */
export async function firstDayOnRecord(): Promise<string | null> {
  const { firstDay } = await keptNow();
  return kept(firstDay, "", readFirstDay);
}

async function keptNow(): Promise<Kept> {
  const version = await readDaysVersion();
  let cache = shared[CACHE];
  if (cache?.version !== version) {
    cache = {
      version,
      fleet: new Map(),
      groups: new Map(),
      starts: new Map(),
      lives: new Map(),
      firstDay: new Map(),
    };
    shared[CACHE] = cache;
  }
  return cache;
}

/** Reads in progress are shared as well; failed ones are repeated. */
function kept<Key extends string, Answer>(
  answers: Map<Key, Promise<Answer>>,
  key: Key,
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
