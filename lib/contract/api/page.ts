import { z } from "zod";

/** A page of a list. `total` is a lower bound if counting all rows would be too expensive. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.union([z.int(), z.object({ atLeast: z.int() })]),
  });
}

export type Total = number | { atLeast: number };

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: Total;
}

/** RFC 9457. `errors` identifies each field or parameter by its path. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof problem>;
