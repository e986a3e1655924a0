import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { Panel } from "@/components/ui/panel.tsx";

/** The real frame of the network's page while its numbers load. */
export function NetworkLoading() {
  return (
    <LoadingFrame>
      <PageHead title="Network" />
      <div className="grid grid-cols-1 gap-3 p-2.5 tablet:p-4 desk:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)]">
        <Panel title="Technologies × hosts">
          <LoadingRows rows={14} dots={7} label="Loading technologies" />
        </Panel>
        <Panel title="First broken rung, ranked">
          <LoadingRows rows={8} rowHeight={40} label="Loading broken rungs" />
        </Panel>
      </div>
    </LoadingFrame>
  );
}
