import type { Metadata } from "next";
import { GuideHome } from "@/components/guide/guide-home.tsx";
import { GUIDE_ENTRIES } from "@/lib/guide/pages.ts";

export const metadata: Metadata = { title: "Guide" };

export default function GuideRoute() {
  return <GuideHome entries={GUIDE_ENTRIES} />;
}
