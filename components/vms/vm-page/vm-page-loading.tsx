import { SERVICE_ORDER, SERVICE_WORDS } from "@/components/vms/service-words.ts";
import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { Panel } from "@/components/ui/panel.tsx";

/** The real frame of a VM's page: what needs no data is already shown. */
export function VmPageLoading() {
  return (
    <LoadingFrame title="VM">
      <div className="h-[124px] border-b border-line bg-panel px-2.5 pt-4 tablet:px-4">
        <output className="appear-late grid gap-3" aria-label="Loading this VM">
          <i className="h-3 w-72 max-w-full bg-line" />
          <i className="h-2 w-[480px] max-w-full bg-line" />
        </output>
      </div>
      <div className="grid grid-cols-1 items-start gap-3 p-2.5 tablet:p-4 desk:grid-cols-[minmax(0,1.42fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-3">
          <Panel title="Findings and fixes">
            <LoadingRows rows={4} label="Loading findings" />
          </Panel>
          <Panel title="Integration services">
            <ul>
              {SERVICE_ORDER.map((key) => (
                <li
                  key={key}
                  className="flex h-[30px] items-center gap-3 border-b border-line px-3 last:border-b-0"
                >
                  <i className="appear-late mx-1 size-1.5 rounded-full bg-line-strong" />
                  <span className="text-ink-3">{SERVICE_WORDS[key].label}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <Panel title="Last 48 hours">
          <LoadingRows rows={8} label="Loading the history" />
        </Panel>
      </div>
    </LoadingFrame>
  );
}
