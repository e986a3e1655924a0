"use client";

import { useCrumb } from "@/components/shell/crumb.tsx";

/** Tells the top bar which page this is. */
export function GuideCrumb({ name }: { name: string }) {
  useCrumb({ name });
  return null;
}
