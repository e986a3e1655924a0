import Link from "next/link";
import { Bar } from "@/components/ui/bar.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { prepareLead, sayDifference } from "./prepare-lead.ts";

/** The main number of the page, and the counts by health, each a link to its VMs. */
export function FleetLead({ fleet }: { fleet: FleetView }) {
  const lead = prepareLead(fleet);
  const isAnyReporting = fleet.freshness.fresh + fleet.freshness.late > 0;
  return (
    <header className="grid gap-x-9 gap-y-2 border-b border-line bg-panel px-2.5 py-3 tablet:px-4 tablet:py-3.5 desk:grid-cols-[auto_minmax(0,1fr)] desk:items-end">
      <div>
        <h1 className="sr-only">Fleet</h1>
        <p className="text-lead font-semibold">
          {lead.percent === null ? (
            <span className="text-hero">{isAnyReporting ? "No verdicts yet" : "No host is reporting"}</span>
          ) : (
            <>
              {lead.percent}
              <small className="text-[20px] font-medium tracking-normal text-ink-2"> % compliant</small>
            </>
          )}
        </p>
        <p className="mt-1 text-sub text-ink-2">
          {lead.percent === null
            ? `${formatPlural(fleet.vms, "VM")} on ${formatPlural(fleet.hosts, "host")}, ${isAnyReporting ? "none of them running with fresh data" : "all unknown until a host reports"}`
            : `${formatCount(lead.compliant)} of ${formatCount(lead.judged)} running VMs with a verdict have no finding of warning or worse`}
        </p>
      </div>
      <div className="min-w-0">
        <Bar
          height={16}
          parts={lead.counts.map(({ health, count }) => ({ word: health, count }))}
          className="gap-0.5"
        />
        <ul className="grid grid-cols-3 gap-y-1 tablet:grid-cols-5">
          {lead.counts.map(({ health, count, difference, href }) => (
            <li key={health}>
              <Link href={href} className="block pt-1.5 hover:bg-hover">
                <span className="whitespace-nowrap">
                  <Glyph word={health} />{" "}
                  <b className="pr-0.5 text-[17px]/[22px] font-semibold">{formatCount(count)}</b> {health}
                </span>
                <span className="block text-note text-ink-2">
                  {sayDifference(difference) ?? (health === "inactive" ? "off, saved or paused" : "\u00A0")}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </header>
  );
}
