import type { Metadata } from "next";
import { Hydrate, prefetch } from "@/app/prefetch.tsx";
import { AgentsPage } from "@/components/settings/agents-page.tsx";
import { SILENT_HOSTS } from "@/components/settings/silent-hosts-listing.ts";
import { accessQueries } from "@/lib/query/access.ts";
import { HOST_PAGE_SIZE, hostQueries } from "@/lib/query/hosts.ts";
import { listAwaitedHosts } from "@/lib/services/agents/list-awaited-hosts.ts";
import { listWaitingAgents } from "@/lib/services/agents/list-waiting-agents.ts";
import { listHosts } from "@/lib/services/list-hosts.ts";
import { listEnrolmentKeys } from "@/lib/services/tokens/list-enrolment-keys.ts";
import { requireAdminPage } from "../require-admin-page.ts";

export const metadata: Metadata = { title: "Enrolment and agents" };

export default async function AgentsRoute() {
  const now = new Date();
  await requireAdminPage();
  await Promise.all([
    prefetch(accessQueries.waitingAgents(), () => listWaitingAgents(now)),
    prefetch(accessQueries.awaitedHosts(), () => listAwaitedHosts()),
    prefetch(hostQueries.list(SILENT_HOSTS), () =>
      listHosts({ ...SILENT_HOSTS, limit: HOST_PAGE_SIZE }, now),
    ),
    prefetch(accessQueries.enrolmentKeys(), () => listEnrolmentKeys(now)),
  ]);
  return (
    <Hydrate>
      <AgentsPage />
    </Hydrate>
  );
}
