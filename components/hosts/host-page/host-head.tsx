"use client";

import Link from "next/link";
import { HEALTH_ORDER } from "@/components/vms/service-words.ts";
import { readNumber, readText } from "@/components/facts/read-fact.ts";
import { Chip } from "@/components/ui/chip.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import { NO_CLUSTER, STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import { formatBytes } from "@/lib/format/bytes.ts";
import { formatPlural } from "@/lib/format/count.ts";
import { formatDuration } from "@/lib/format/duration.ts";
import { areVmsUnread } from "./prepare-host.ts";

/** Name with freshness, and one line of facts. */
export function HostHead({ host }: { host: HostView }) {
  const revision = readNumber(host.host, "os", "ubr");
  const hardware = [host.manufacturer, host.model].filter((part) => part !== null && part !== "").join(" ");
  const isUnread = areVmsUnread(host);
  const machineId = readText(host.host, "machineId");
  return (
    <header className="border-b border-line bg-panel px-2.5 py-2.5 tablet:px-4 tablet:pt-3">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
        <Glyph word={host.freshness} size={16} />
        <h1 className="min-w-0 text-name font-semibold wrap-anywhere">{host.name}</h1>
        <span className="text-ink-2">{host.freshness}</span>
        <Link href={`/hosts?${new URLSearchParams({ cluster: host.cluster ?? NO_CLUSTER }).toString()}`}>
          <Chip>{host.cluster ?? STANDALONE}</Chip>
        </Link>
        {machineId === null ? null : (
          <CopyButton text={machineId} label="Machine id" size="medium" className="ml-auto" />
        )}
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-[18px] gap-y-0.5 text-sub text-ink-2 [&_b]:font-medium [&_b]:text-ink">
        <li>
          reported{" "}
          <b>
            <TimeAgo at={host.lastReportedAt} />
          </b>
          , every {formatDuration(host.intervalSeconds)}
        </li>
        <li>
          {host.osCaption === null ? "OS not read" : <b>{host.osCaption.replace(/^Microsoft\s+/i, "")}</b>}
          {host.osBuild === null ? null : ` ${host.osBuild}${revision === null ? "" : `.${revision}`}`}
        </li>
        <li>
          {hardware === "" ? "hardware not read" : hardware}
          {host.logicalProcessors === null ? null : (
            <>
              , <b>{host.logicalProcessors}</b> logical processors
            </>
          )}
          {host.memoryBytes === null ? null : (
            <>
              , <b>{formatBytes(host.memoryBytes)}</b>
            </>
          )}
        </li>
        {host.fqdn === null ? null : <li>{host.fqdn}</li>}
        <li>
          {host.retired === null ? (
            <Link href={`/vms?${new URLSearchParams({ host: host.id }).toString()}`} className="link">
              <b>{isUnread ? "VMs not read" : formatPlural(host.vms, "VM")}</b>
            </Link>
          ) : (
            <>
              <b>{formatPlural(host.retiredVms, "VM")}</b> gone with it
            </>
          )}
          {HEALTH_ORDER.filter((health) => host.vmHealth[health] > 0).map((health, index) => (
            <span key={health}>
              {index === 0 ? ": " : ", "}
              {host.vmHealth[health]} {health}
            </span>
          ))}
        </li>
        {host.tags.length === 0 ? null : (
          <li className="flex flex-wrap items-center gap-1">
            tags{" "}
            {host.tags.map((tag) => (
              <Link key={tag} href={`/hosts?${new URLSearchParams({ tag }).toString()}`}>
                <Chip>{tag}</Chip>
              </Link>
            ))}
          </li>
        )}
        <li>
          first seen <TimeAgo at={host.firstSeenAt} />
        </li>
      </ul>
    </header>
  );
}
