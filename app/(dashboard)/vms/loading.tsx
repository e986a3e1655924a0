import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";

/** The frame is shown at once; after a moment hairlines stand in for the rows. */
export default function VmsLoading() {
  return (
    <LoadingFrame title="VMs" className="vms">
      <div className="facets" />
      <div className="vms-pane">
        <div className="h-[30px] flex-none border-b border-line" />
        <div className="h-10 flex-none border-b border-line" />
        <div className="h-[76px] flex-none border-b border-line-strong" />
        <div className="min-h-0 flex-1 overflow-hidden bg-panel">
          <LoadingRows rows={24} dots={7} label="Loading the VMs" />
        </div>
      </div>
    </LoadingFrame>
  );
}
