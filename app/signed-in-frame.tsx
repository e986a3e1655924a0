import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { PersonMenu } from "@/components/shell/person-menu.tsx";
import { Shell } from "@/components/shell/shell.tsx";
import { THEME_COOKIE, toTheme } from "@/components/shell/theme.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { getFleet } from "@/lib/services/get-fleet.ts";
import type { Viewer } from "@/lib/services/read-session.ts";

/** The frame of every signed-in page, with the fleet's numbers for its strips. */
export async function SignedInFrame({
  viewer,
  now,
  children,
}: {
  viewer: Viewer;
  now: Date;
  children: ReactNode;
}) {
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
