import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { SignedInFrame } from "@/app/signed-in-frame.tsx";
import { toSignIn } from "@/app/sign-in/to-local-path.ts";
import { PAGE_PATH_HEADER } from "@/lib/http/page-path.ts";
import { readSession } from "@/lib/services/read-session.ts";

/** Every page that requires a session: without one the user is sent to sign in. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const now = new Date();
  const viewer = await readSession(await headers(), now);
  if (!viewer) redirect(toSignIn((await headers()).get(PAGE_PATH_HEADER)));

  return (
    <SignedInFrame viewer={viewer} now={now}>
      {children}
    </SignedInFrame>
  );
}
