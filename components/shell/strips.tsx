"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { useNow } from "@/components/ui/now.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import { formatPlural } from "@/lib/format/count.ts";
import { formatDuration } from "@/lib/format/duration.ts";
import { formatClock } from "@/lib/format/time.ts";
import { type Contact, readContact, readUntriedContact, subscribeContact } from "@/lib/query/contact.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { type IncidentStrip, prepareIncident, prepareStale, type StaleStrip } from "./prepare-strips.ts";

/** What everyone must know, on every page: at most two lines under the top bar, worst first. */
export function Strips() {
  const { data: fleet } = useQuery(fleetQueries.view());
  const contact = useSyncExternalStore(subscribeContact, readContact, readUntriedContact);
  const [closed, setClosed] = useState<string | null>(null);

  const incident = fleet ? prepareIncident(fleet) : null;
  const stale = fleet ? prepareStale(fleet) : null;
  const isIncidentShown = incident !== null && incident.key !== closed;
  return (
    <>
      {contact.isLost ? <Gone contact={contact} /> : null}
      {isIncidentShown ? <Incident incident={incident} onClose={() => setClosed(incident.key)} /> : null}
      {stale !== null && !(contact.isLost && isIncidentShown) ? <Stale stale={stale} /> : null}
    </>
  );
}

function Incident({ incident, onClose }: { incident: IncidentStrip; onClose: () => void }) {
  return (
    <Banner
      kind="incident"
      link={{ href: incident.href, label: `See the ${formatPlural(incident.vms, "VM")}` }}
      action={
        <Button
          look="quiet"
          size="small"
          isSquare
          aria-label="Close this strip"
          onClick={onClose}
          className="-my-1"
        >
          <Icon name="x" />
        </Button>
      }
    >
      <b className="font-semibold">
        {formatPlural(incident.vms, "VM")} on {incident.place} since <Moment at={incident.openedAt} />.
      </b>{" "}
      {incident.isSpread ? "The same on each" : "One cause"}: {incident.summary}
      {incident.others > 0 ? `; ${formatPlural(incident.others, "similar cause")}` : null}
    </Banner>
  );
}

function Stale({ stale }: { stale: StaleStrip }) {
  const isOne = stale.hosts.length + stale.others === 1;
  return (
    <Banner kind="stale" link={{ href: stale.href, label: "Cause and fix" }}>
      <b className="font-semibold">
        {stale.hosts.map((host, index) => (
          <span key={host.id}>
            {index === 0 ? "" : "; "}
            {host.name} {index === 0 ? "last reported " : ""}
            {index === 0 ? (
              <>
                <Moment at={host.lastReportedAt} />, <TimeAgo at={host.lastReportedAt} />
              </>
            ) : (
              <TimeAgo at={host.lastReportedAt} />
            )}
          </span>
        ))}
        {stale.others > 0 ? `; ${formatPlural(stale.others, "more host")}` : null}.
      </b>{" "}
      {isOne ? "Its" : "Their"} {formatPlural(stale.vms, "VM")} {stale.vms === 1 ? "is" : "are"} unknown since
      then
      <span className="max-tablet:hidden">: neither green nor red</span>.
      <span className="max-tablet:hidden"> {isOne ? "Its" : "Their"} findings are frozen.</span>
    </Banner>
  );
}

function Gone({ contact }: { contact: Contact }) {
  const now = useNow(1000);
  const client = useQueryClient();
  const answeredAt = contact.answeredAt ?? now;
  const silence = formatDuration((now - answeredAt) / 1000);
  return (
    <Banner
      kind="gone"
      action={
        <button
          type="button"
          className="link"
          onClick={() => {
            void client.refetchQueries({ type: "active" });
          }}
        >
          Try now
        </button>
      }
    >
      <b className="font-semibold">
        {contact.isServerThere
          ? `The server could not respond for ${silence}, for example because its database is unavailable;`
          : `No connection to the server for ${silence};`}
      </b>{" "}
      the data shown is from {formatClock(new Date(answeredAt).toISOString())}.
    </Banner>
  );
}
