import type { Metadata } from "next";
import { KeepPlace } from "@/app/keep-place.tsx";
import { requireViewer } from "@/app/require-viewer.ts";
import { FleetPage } from "@/components/fleet/fleet-page.tsx";

export const metadata: Metadata = { title: "Fleet" };

/** The layout has the fleet's numbers already, for its strips; this page shows the same ones. */
export default async function FleetRoute() {
  await requireViewer();
  return (
    <>
      <FleetPage />
      <KeepPlace />
    </>
  );
}
