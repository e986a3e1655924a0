import { LoadingRows } from "@/components/ui/loading-rows.tsx";

/** The frame stands; what is to come is hairlines, after a moment. */
export default function DashboardLoading() {
  return (
    <div className="p-4">
      <LoadingRows rows={12} dots={7} />
    </div>
  );
}
