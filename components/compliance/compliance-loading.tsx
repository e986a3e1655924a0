import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";
import { Panel } from "@/components/ui/panel.tsx";

/** The real frame of the page while its days load. */
export function ComplianceLoading() {
  return (
    <LoadingFrame>
      <PageHead title="Compliance" />
      <div className="grid grid-cols-1 gap-3 p-2.5 tablet:p-4">
        <Panel title="Health by day">
          <LoadingRows rows={8} label="Loading days" />
        </Panel>
        <Panel title="Compliant VMs by cluster">
          <LoadingRows rows={8} label="Loading clusters" />
        </Panel>
        <Panel title="Worst rules">
          <LoadingRows rows={6} label="Loading rules" />
        </Panel>
      </div>
    </LoadingFrame>
  );
}
