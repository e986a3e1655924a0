import { z } from "zod";
import { reference } from "./findings.ts";
import { longPageOf } from "./page.ts";
import { changeKind, isoTime } from "./words.ts";

/** A difference from the previous report. `id` is also a position: `since=<id>` continues after it. */
export const change = z.object({
  id: z.string(),
  at: isoTime,
  host: reference,
  vm: reference.nullable(),
  kind: changeKind,
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type ChangeView = z.output<typeof change>;
export const changePage = longPageOf(change);
