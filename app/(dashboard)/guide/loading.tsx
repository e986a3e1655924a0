import { LoadingRows } from "@/components/ui/loading-rows.tsx";

export default function GuideLoading() {
  return <LoadingRows rows={12} label="Loading the guide" />;
}
