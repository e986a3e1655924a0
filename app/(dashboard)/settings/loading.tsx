import { LoadingRows } from "@/components/ui/loading-rows.tsx";

export default function SettingsLoading() {
  return <LoadingRows rows={12} label="Loading the settings" />;
}
