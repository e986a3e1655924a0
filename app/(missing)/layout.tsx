import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { SignedInFrame } from "@/app/signed-in-frame.tsx";
import { readSession } from "@/lib/services/read-session.ts";

/** For a signed-in user an address without a page keeps the frame; for anyone else it has none. */
export default async function MissingLayout({ children }: { children: ReactNode }) {
  const now = new Date();
  const viewer = await readSession(await headers(), now);
  if (!viewer) notFound();

  return (
    <SignedInFrame viewer={viewer} now={now}>
      {children}
    </SignedInFrame>
  );
}
