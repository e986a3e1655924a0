import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";

/** The frame of the list is shown while its rows load. */
export default function GenerationsLoading() {
  return (
    <LoadingFrame>
      <PageHead title="Generation 1 VMs" />
      <div className="border-t border-line bg-panel">
        <LoadingRows rows={14} rowHeight={40} dots={7} label="Loading generations" />
      </div>
    </LoadingFrame>
  );
}
