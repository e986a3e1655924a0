import type { VmOrder } from "@/lib/data/read/vm-page.ts";
import { FINDINGS_WEIGHT, HEALTH_RANK } from "@/lib/data/read/vm-ranks.ts";
import { badCursor, badParameter, decodeCursor, isMoment, isWholeNumber, UUID } from "./cursor.ts";

const CONVERSION_RANK = `CASE v.conversion WHEN 'ready' THEN 0 WHEN 'caution' THEN 1 WHEN 'unknown' THEN 2 WHEN 'blocked' THEN 3 ELSE 4 END`;

/** Of both. */
const UNKNOWN_RANK = 2;

/** Words of guests are long: their beginnings are an order as well, and a cursor holds them. The index holds the name's. */
const beginningOf = (expression: string) => `left(${expression}, 100)`;

/** How a list of VMs is sorted, and after what its page begins. @throws AppError `bad-request` that names the parameter */
export function vmOrder(
  sort: string,
  cursor: string | undefined,
): { order: VmOrder; after: string[] | null } {
  const order = toOrder(sort);
  const after = decodeCursor(cursor, sort, order.keys.length);
  checkTypes(order, after);
  return { order, after };
}

function toOrder(sort: string): VmOrder {
  const isDescending = sort.startsWith("-");
  const by = isDescending ? sort.slice(1) : sort;
  const name = { expression: beginningOf("v.name"), isDescending: false, type: "text" };
  const id = { expression: "v.id", isDescending: false, type: "uuid" };
  const key = (expression: string, type: string) => ({ expression, isDescending, type });
  // Numbers go down by their opposite, so that all keys go up and one index serves them. Sorted as it is shown: on a
  // silent host nothing is known.
  const number = (expression: string, ofSilent?: number) => ({
    expression: isDescending ? `-${expression}` : expression,
    isDescending: false,
    type: "int",
    ...(ofSilent === undefined ? {} : { ofSilent: isDescending ? -ofSilent : ofSilent }),
  });
  switch (by) {
    case "health":
      return { keys: [number(HEALTH_RANK, UNKNOWN_RANK), name, id] };
    case "name":
      return { keys: [key(name.expression, "text"), { ...id, isDescending }] };
    case "cluster":
      return { keys: [key(beginningOf("coalesce(v.cluster, '')"), "text"), name, id] };
    case "state":
      return { keys: [key("v.state", "text"), name, id] };
    case "generation":
      return { keys: [number("coalesce(v.generation, 0)"), name, id] };
    case "guestOs":
      return { keys: [key(beginningOf("coalesce(v.guest_os, '')"), "text"), name, id] };
    case "findings":
      return { keys: [number(FINDINGS_WEIGHT, 0), name, id] };
    case "conversion":
      return { keys: [number(`(${CONVERSION_RANK})`, UNKNOWN_RANK), name, id] };
    case "configurationVersion":
      return { keys: [key(beginningOf("coalesce(v.configuration_version, '')"), "text"), name, id] };
    case "lastReportedAt":
      return { keys: [key("coalesce(t.observed_at, v.first_seen_at)", "timestamptz"), name, id] };
    default:
      throw badParameter("sort", "is no column of this list");
  }
}

/** A cursor comes from outside: what Postgres would refuse is refused here, in words. */
function checkTypes(order: VmOrder, after: string[] | null): void {
  if (after === null) return;
  const isGood = order.keys.every(({ type }, index) => {
    const value = after[index] ?? "";
    if (type === "int") return isWholeNumber(value);
    if (type === "uuid") return UUID.test(value);
    if (type === "timestamptz") return isMoment(value);
    return true;
  });
  if (!isGood) throw badCursor();
}
