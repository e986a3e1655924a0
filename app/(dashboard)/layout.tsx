import type { ReactNode } from "react";
import { requireViewer } from "@/app/require-viewer.ts";
import { SignedInFrame } from "@/app/signed-in-frame.tsx";

/** The frame of every page that requires a session. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <SignedInFrame viewer={await requireViewer()} now={new Date()}>
      {children}
    </SignedInFrame>
  );
}
