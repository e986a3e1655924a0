import type { VmOrder } from "@/lib/data/read/vm-page.ts";
import {
  CONVERSION_RANK,
  CONVERSION_RANKS,
  FINDINGS_WEIGHT,
  HEALTH_RANK,
  HEALTH_RANKS,
  SORT_KEYS,
} from "@/lib/data/read/vm-ranks.ts";
import { badCursor, badParameter, decodeCursor, isMoment, isWholeNumber, UUID } from "./cursor.ts";

/** The sort order of a list of VMs and the start of its page. @throws AppError `bad-request` for the invalid parameter */
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
  const name = { expression: SORT_KEYS.name, isDescending: false, type: "text" };
  const id = { expression: "v.id", isDescending: false, type: "uuid" };
  const key = (expression: string, type: string) => ({ expression, isDescending, type });
  // Descending numbers are negated, so that all keys ascend and one index serves them. Sorted as shown: for a silent host
  // everything is unknown.
  const number = (expression: string, ofSilent?: number) => ({
    expression: isDescending ? `-${expression}` : expression,
    isDescending: false,
    type: "int",
    ...(ofSilent === undefined ? {} : { ofSilent: isDescending ? -ofSilent : ofSilent }),
  });
  switch (by) {
    case "health":
      return { keys: [number(HEALTH_RANK, HEALTH_RANKS.unknown), name, id] };
    case "name":
      return { keys: [key(name.expression, "text"), { ...id, isDescending }] };
    case "cluster":
      return { keys: [key(SORT_KEYS.cluster, "text"), name, id] };
    case "state":
      return { keys: [key(SORT_KEYS.state, "text"), name, id] };
    case "generation":
      return { keys: [number(SORT_KEYS.generation), name, id] };
    case "guestOs":
      return { keys: [key(SORT_KEYS.guestOs, "text"), name, id] };
    case "findings":
      return { keys: [number(FINDINGS_WEIGHT, 0), name, id] };
    case "conversion":
      return { keys: [number(CONVERSION_RANK, CONVERSION_RANKS.unknown), name, id] };
    case "configurationVersion":
      return { keys: [key(SORT_KEYS.configurationVersion, "text"), name, id] };
    case "lastReportedAt":
      return { keys: [key(SORT_KEYS.lastReportedAt, "timestamptz"), name, id] };
    default:
      throw badParameter("sort", "is not a sortable column of this list");
  }
}

/** A cursor is external input: values that Postgres would reject are refused here with a message. */
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
