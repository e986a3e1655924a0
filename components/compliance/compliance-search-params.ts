import { createParser, parseAsStringLiteral } from "nuqs/server";
import type { inferParserType } from "nuqs/server";
import { dayAfter, toDay } from "@/lib/format/day.ts";
import type { ComplianceListing } from "@/lib/query/compliance.ts";

export const RANGES = ["30", "90", "365"] as const;
export type Range = (typeof RANGES)[number];

export const GROUPS = ["cluster", "host", "tag", "rule"] as const satisfies readonly GroupBy[];
export type GroupBy = ComplianceListing["groupBy"];

const parseAsDay = createParser({
  parse: (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && isOnCalendar(text) ? text : null),
  serialize: String,
});

/** February 31 would otherwise be parsed as March 3. */
function isOnCalendar(text: string): boolean {
  const at = Date.parse(text);
  return Number.isFinite(at) && toDay(at) === text;
}

/** The state of compliance in the URL: number of days, grouping, and the selected day. */
export const complianceSearchParams = {
  range: parseAsStringLiteral(RANGES).withDefault("90"),
  by: parseAsStringLiteral(GROUPS).withDefault("cluster"),
  day: parseAsDay,
};

export type ComplianceUrl = inferParserType<typeof complianceSearchParams>;

/** The request that the URL stands for, as of today. */
export function toComplianceListing({ range, by }: ComplianceUrl, today: string): ComplianceListing {
  return { from: dayAfter(today, 1 - Number(range)), groupBy: by };
}
