import type { Metadata } from "next";
import { KeepPlace } from "@/app/keep-place.tsx";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { NetworkPage } from "@/components/network/network-page.tsx";
import { networkQueries } from "@/lib/query/network.ts";
import { getNetwork } from "@/lib/services/get-network.ts";

export const metadata: Metadata = { title: "Network" };

export default async function NetworkRoute() {
  await prefetch(networkQueries.view(), () => getNetwork(new Date()));

  return (
    <Hydrate>
      <NetworkPage />
      <KeepPlace />
    </Hydrate>
  );
}
