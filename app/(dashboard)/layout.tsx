import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PersonMenu } from "@/components/shell/person-menu.tsx";
import { Shell } from "@/components/shell/shell.tsx";
import { THEME_COOKIE, toTheme } from "@/components/shell/theme.ts";
import { toSignIn } from "@/app/sign-in/to-local-path.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { Hydrate, prefetch } from "@/lib/query/server.tsx";
import { PAGE_PATH_HEADER } from "@/lib/http/page-path.ts";
import { getFleet } from "@/lib/services/get-fleet.ts";
import { readSession } from "@/lib/services/read-session.ts";

/** Every page behind the door: without a session there is only the way to sign in. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const now = new Date();
  const viewer = await readSession(await headers(), now);
  if (!viewer) redirect(toSignIn((await headers()).get(PAGE_PATH_HEADER)));
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  await prefetch(fleetQueries.view(), () => getFleet(now));

  return (
    <Hydrate>
      <Shell
        person={<PersonMenu person={{ name: viewer.name, email: viewer.email ?? "", role: viewer.role }} />}
        isAdmin={viewer.role === "admin"}
        theme={theme}
      >
        {children}
      </Shell>
    </Hydrate>
  );
}
