import Link from "next/link";
import { Bar } from "@/components/ui/bar.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { BarLegend } from "./bar-legend.tsx";
import { prepareServiceBars, STATUS_ORDER } from "./prepare-service-bars.ts";

/** Each integration service over the whole fleet. */
export function ServicesPanel({ fleet }: { fleet: FleetView }) {
  return (
    <Panel title="Services" note={`${formatPlural(fleet.vms, "VM")}, problems first`}>
      <ul className="pt-1.5 pb-2">
        {prepareServiceBars(fleet.services).map((bar) => (
          <li
            key={bar.key}
            className="grid h-7 grid-cols-[112px_minmax(0,1fr)_92px] items-center gap-2 px-3 hover:bg-hover"
          >
            <span>{bar.label}</span>
            <Bar parts={bar.parts} height={12} label={bar.spoken} />
            <span className="flex justify-end gap-2 text-note whitespace-nowrap">
              {bar.troubles.length > 0 ? null : bar.isUnknown ? (
                <span className="text-unknown">unknown</span>
              ) : (
                <span className="text-ink-3">none</span>
              )}
              {bar.troubles.map(({ status, count, href }) => (
                <Link
                  key={status}
                  href={href}
                  className={`font-semibold hover:underline ${status === "failed" ? "text-critical-ink" : "text-warning-ink"}`}
                >
                  <Glyph word={status} label={status} /> {formatCount(count)}
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <BarLegend words={STATUS_ORDER} />
    </Panel>
  );
}
