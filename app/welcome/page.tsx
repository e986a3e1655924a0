import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { THEME_COOKIE, toTheme } from "@/components/shell/theme.ts";
import { FirstAccountForm } from "@/components/sign-in/first-account-form.tsx";
import { SignInFrame } from "@/components/sign-in/sign-in-frame.tsx";
import { WhereTheCodeIs } from "@/components/sign-in/where-the-code-is.tsx";
import { isSetUpNeeded } from "@/lib/services/auth/set-up.ts";

export const metadata: Metadata = { title: "Set up" };

export default async function WelcomePage() {
  // The code can be used once; afterwards this page does not exist.
  if (!(await isSetUpNeeded())) redirect("/sign-in");
  const server = (await headers()).get("host") ?? "this server";
  return (
    <SignInFrame
      theme={toTheme((await cookies()).get(THEME_COOKIE)?.value)}
      server={server}
      isHigh
      beside={<WhereTheCodeIs />}
    >
      <FirstAccountForm server={server} />
    </SignInFrame>
  );
}
