import { ListLoading } from "@/components/ui/list-loading.tsx";

export default function FindingsLoading() {
  return <ListLoading title="Findings" label="Loading findings" head="h-[27px]" dots={0} />;
}
