import { ListLoading } from "@/components/ui/list-loading.tsx";

export default function HostsLoading() {
  return <ListLoading title="Hosts" label="Loading hosts" head="h-[21px] tablet:h-12" dots={7} />;
}
