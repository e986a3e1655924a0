import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";

export default function GuideLoading() {
  return (
    <LoadingFrame title="Guide">
      <LoadingRows rows={12} label="Loading the guide" />
    </LoadingFrame>
  );
}
