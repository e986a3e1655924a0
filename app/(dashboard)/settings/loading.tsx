import { LoadingFrame } from "@/components/ui/loading-frame.tsx";
import { LoadingRows } from "@/components/ui/loading-rows.tsx";

export default function SettingsLoading() {
  return (
    <LoadingFrame title="Settings">
      <LoadingRows rows={12} label="Loading the settings" />
    </LoadingFrame>
  );
}
