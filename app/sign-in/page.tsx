import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { THEME_COOKIE, toTheme } from "@/components/shell/theme.ts";
import { FleetAtRest } from "@/components/sign-in/fleet-at-rest.tsx";
import { SignInForm } from "@/components/sign-in/sign-in-form.tsx";
import { SignInFrame } from "@/components/sign-in/sign-in-frame.tsx";
import { isSetUpNeeded } from "@/lib/services/auth/set-up.ts";
import { toLocalPath } from "./to-local-path.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if (await isSetUpNeeded()) redirect("/welcome");
  const { next } = await searchParams;
  const server = (await headers()).get("host") ?? "this server";
  return (
    <SignInFrame
      theme={toTheme((await cookies()).get(THEME_COOKIE)?.value)}
      server={server}
      beside={<FleetAtRest />}
    >
      <SignInForm server={server} next={toLocalPath(next)} />
    </SignInFrame>
  );
}
