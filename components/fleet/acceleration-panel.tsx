import Link from "next/link";
import { Bar } from "@/components/ui/bar.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { FleetView } from "@/lib/contract/api/fleet.ts";
import { formatCount } from "@/lib/format/count.ts";
import { BarLegend } from "./bar-legend.tsx";
import {
  ACCELERATION_ORDER,
  type AccelerationBar,
  prepareAccelerationBars,
} from "./prepare-acceleration-bars.ts";

/** Each network technology over the whole fleet: where it is configured, and where it is in effect. */
export function AccelerationPanel({ fleet }: { fleet: FleetView }) {
  const { vms, hosts } = prepareAccelerationBars(fleet);
  return (
    <Panel
      title="Acceleration"
      note="capable, configured, in effect"
      actions={
        <Link href="/network" className="link text-note">
          Network
        </Link>
      }
    >
      <Bars bars={vms} of="VMs" />
      <h3 className="border-t border-line px-3 pt-1.5 text-head text-ink-2">Hosts</h3>
      <Bars bars={hosts} of="Hosts" />
      <BarLegend words={ACCELERATION_ORDER} />
    </Panel>
  );
}

function Bars({ bars, of }: { bars: readonly AccelerationBar[]; of: string }) {
  return (
    <ul className="pt-1 pb-1.5" aria-label={of}>
      {bars.map(({ key, label, parts, asked, active, inVain, isUnknown, spoken }) => (
        <li
          key={key}
          className="grid h-7 grid-cols-[108px_minmax(0,1fr)_minmax(132px,auto)] items-center gap-2 px-3 hover:bg-hover"
        >
          <span className="whitespace-nowrap">{label}</span>
          <Bar parts={parts} height={12} label={spoken} />
          <span
            className={`text-right text-note whitespace-nowrap ${isUnknown ? "text-unknown" : "text-ink-2"}`}
          >
            {isUnknown
              ? "unknown"
              : asked === 0
                ? "none configured"
                : `${formatCount(active)} of ${formatCount(asked)}`}
            {inVain ? (
              <>
                {" · "}
                <Link href={inVain.href} className="font-semibold text-warning-ink hover:underline">
                  {formatCount(inVain.count)} not in effect
                </Link>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
