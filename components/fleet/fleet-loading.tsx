import { HEALTH_ORDER } from "@/components/vms/service-words.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { Panel } from "@/components/ui/panel.tsx";

/** The real frame of the fleet's page while its numbers load. */
export function FleetLoading() {
  return (
    <LoadingFrame title="Fleet">
      <div className="grid gap-x-9 gap-y-2 border-b border-line bg-panel px-2.5 py-3 tablet:grid-cols-[280px_minmax(0,1fr)] tablet:items-end tablet:px-4 tablet:py-3.5">
        <i className="appear-late h-8 w-40 bg-line" />
        <div>
          <i className="appear-late block h-4 bg-line" />
          <ul className="grid grid-cols-3 tablet:grid-cols-5">
            {HEALTH_ORDER.map((health) => (
              <li key={health} className="pt-1.5 pb-4 text-ink-3">
                <Glyph word={health} /> {health}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div className="grid grid-cols-1 gap-3 p-2.5 tablet:p-4 desk:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <Panel title="Open causes">
          <LoadingRows rows={8} rowHeight={40} label="Loading causes" />
        </Panel>
        <Panel title="VMs by host">
          <LoadingRows rows={8} rowHeight={40} label="Loading the map" />
        </Panel>
      </div>
    </LoadingFrame>
  );
}
