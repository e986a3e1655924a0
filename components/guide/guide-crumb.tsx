"use client";

import { useCrumb } from "@/components/shell/crumb.tsx";

/** Sets the page's name in the top bar. */
export function GuideCrumb({ name }: { name: string }) {
  useCrumb({ name });
  return null;
}
