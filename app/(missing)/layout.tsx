import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { readViewer } from "@/app/require-viewer.ts";
import { SignedInFrame } from "@/app/signed-in-frame.tsx";

/** For a signed-in user an address without a page keeps the frame; for anyone else it has none. */
export default async function MissingLayout({ children }: { children: ReactNode }) {
  const viewer = await readViewer();
  if (!viewer) notFound();

  return (
    <SignedInFrame viewer={viewer} now={new Date()}>
      {children}
    </SignedInFrame>
  );
}
