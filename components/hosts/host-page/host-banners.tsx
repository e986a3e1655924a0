"use client";

import { useState } from "react";
import { RestoreDialog, RetireDialog } from "@/components/hosts/retire-dialogs.tsx";
import { useIsAdmin } from "@/components/shell/is-admin.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { formatPlural } from "@/lib/format/count.ts";

/** What must be known before the rest of the host's page is read. */
export function HostBanners({ host }: { host: HostView }) {
  return (
    <>
      {host.identityConflict === null ? null : (
        <Banner kind="incident">
          <b className="font-semibold">
            Another machine requested this host’s identity <TimeAgo at={host.identityConflict.at} />.
          </b>{" "}
          Nothing was changed; the request waits for an administrator. {host.identityConflict.detail} If the
          host was reinstalled, retire this one and enrol it again; if it was cloned, give the clone its own
          identity.
        </Banner>
      )}
      {host.freshness === "stale" || host.freshness === "missing" ? <Silent host={host} /> : null}
      {host.retired === null ? null : <Retired host={host} retired={host.retired} />}
      {host.freshness === "late" ? (
        <Banner kind="late">
          <b className="font-semibold">
            Late: the last report is from <TimeAgo at={host.lastReportedAt} />.
          </b>{" "}
          Without a new one it becomes stale <Moment at={host.staleAt} />.
        </Banner>
      ) : null}
    </>
  );
}

function Silent({ host }: { host: HostView }) {
  const isAdmin = useIsAdmin();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <Banner
        kind="stale"
        {...(isAdmin
          ? {
              action: (
                <Button size="small" look="danger" onClick={() => setIsAsked(true)}>
                  Retire…
                </Button>
              ),
            }
          : {})}
      >
        <b className="font-semibold">
          No report since <Moment at={host.lastReportedAt} />, <TimeAgo at={host.lastReportedAt} />.
        </b>{" "}
        Its {formatPlural(host.vms, "VM")} {host.vms === 1 ? "is" : "are"} unknown since then: neither green
        nor red. The page shows the last known values. If the host is gone for good,{" "}
        {isAdmin ? "retire it." : "an administrator can retire it."}
      </Banner>
      {isAsked ? <RetireDialog host={host} onClose={() => setIsAsked(false)} /> : null}
    </>
  );
}

function Retired({ host, retired }: { host: HostView; retired: NonNullable<HostView["retired"]> }) {
  const isAdmin = useIsAdmin();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <Banner
        kind="retired"
        {...(isAdmin
          ? {
              action: (
                <Button size="small" onClick={() => setIsAsked(true)}>
                  Restore…
                </Button>
              ),
            }
          : {})}
      >
        <b className="font-semibold">
          Retired <Moment at={retired.at} />
          {retired.by === null ? null : ` by ${retired.by}`}, <TimeAgo at={retired.at} />.
        </b>{" "}
        It is no longer in the fleet
        {host.retiredVms === 0
          ? null
          : `, nor ${host.retiredVms === 1 ? "is" : "are"} its ${formatPlural(host.retiredVms, "VM")}`}
        . The page shows its last report, <Moment at={host.lastReportedAt} />. Its next report restores it
        {isAdmin ? ", or you can restore it now." : "."}
      </Banner>
      {isAsked ? <RestoreDialog host={host} onClose={() => setIsAsked(false)} /> : null}
    </>
  );
}
