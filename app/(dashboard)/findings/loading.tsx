import { LoadingRows } from "@/components/ui/loading-rows.tsx";
import { PageHead } from "@/components/ui/page-head.tsx";

/** The frame of the list stands while its rows are on their way. */
export default function FindingsLoading() {
  return (
    <div aria-busy="true" className="desk:pl-[208px]">
      <PageHead title="Findings" />
      <div className="border-t border-line bg-panel">
        <LoadingRows rows={14} rowHeight={40} dots={7} label="Loading findings" />
      </div>
    </div>
  );
}
