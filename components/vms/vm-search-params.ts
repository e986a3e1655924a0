import { parseAsArrayOf, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import type { inferParserType } from "nuqs/server";

const SORTABLE = ["health", "name", "guestOs", "findings", "generation", "lastReportedAt"] as const;
export const SORTS = [...SORTABLE, ...SORTABLE.map((column) => `-${column}` as const)] as const;
export const ROW_HEIGHTS = ["24", "28", "32"] as const;

const many = parseAsNativeArrayOf(parseAsString);

/**
 * The state of the matrix in the URL: which VMs, in which order, and what is folded. In a file of its own, because
 * pages that only link to the matrix need no parsers.
 */
export const vmSearchParams = {
  search: parseAsString.withDefault(""),
  host: many,
  cluster: many,
  tag: many,
  state: many,
  health: many,
  generation: many,
  guestOs: many,
  service: many,
  acceleration: many,
  capability: many,
  rung: many,
  rule: many,
  conversion: many,
  check: many,
  configurationVersion: many,
  /** `true`: only VMs that no host lists any more. */
  gone: many,
  sort: parseAsStringLiteral(SORTS),
  group: parseAsStringLiteral(["host", "none"]).withDefault("host"),
  quiet: parseAsStringLiteral(["shown", "folded"]).withDefault("shown"),
  /** Hosts whose VMs are folded. */
  fold: parseAsArrayOf(parseAsString).withDefault([]),
  rows: parseAsStringLiteral(ROW_HEIGHTS).withDefault("28"),
};

export type VmUrl = inferParserType<typeof vmSearchParams>;
