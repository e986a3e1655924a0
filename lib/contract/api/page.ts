import { z } from "zod";

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() });
}

/** The same for a list that can become long: `total` is a lower bound if counting all rows would be too expensive. */
export function longPageOf<Item extends z.ZodType>(item: Item) {
  return pageOf(item).extend({ total: z.union([z.int(), z.object({ atLeast: z.int() })]) });
}

export interface Page<Item, Total = number> {
  items: Item[];
  nextCursor: string | null;
  total: Total;
}

export type LongPage<Item> = Page<Item, number | { atLeast: number }>;

/** RFC 9457. `errors` identifies each field or parameter by its path. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof problem>;
