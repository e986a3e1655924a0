import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SECTIONS } from "../prepare-hosts.ts";

/** The real frame of a host's page: what needs no data is already shown. */
export function HostPageLoading() {
  return (
    <LoadingFrame title="Host">
      <div className="h-[86px] border-b border-line bg-panel px-2.5 pt-4 tablet:px-4">
        <LoadingRows rows={2} label="Loading this host" />
      </div>
      <div className="grid grid-cols-1 items-start gap-3 p-2.5 tablet:p-4 desk:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <Panel title="Findings of the host">
          <LoadingRows rows={4} label="Loading findings" />
        </Panel>
        <Panel title="Data collection">
          <ul>
            {SECTIONS.map((name) => (
              <li
                key={name}
                className="flex h-[27px] items-center gap-3 border-b border-line px-3 last:border-b-0"
              >
                <i className="appear-late mx-1 size-1.5 rounded-full bg-line-strong" />
                <code className="text-ink-3">{name}</code>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </LoadingFrame>
  );
}
