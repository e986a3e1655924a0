import type { Metadata } from "next";
import { KeepPlace } from "@/app/keep-place.tsx";
import { requireViewer } from "@/app/require-viewer.ts";
import { GuideHome } from "@/components/guide/guide-home.tsx";
import { GUIDE_ENTRIES } from "@/lib/guide/pages.ts";

export const metadata: Metadata = { title: "Guide" };

export default async function GuideRoute() {
  await requireViewer();
  return (
    <>
      <GuideHome entries={GUIDE_ENTRIES} />
      <KeepPlace />
    </>
  );
}
