import { NetworkLoading } from "@/components/network/network-loading.tsx";

export default function NetworkRouteLoading() {
  return <NetworkLoading />;
}
