"use client";

// Table elements cannot fold into blocks, as these rows do on a phone, without losing their meaning for screen readers.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

import Link from "next/link";
import { HEALTH_ORDER } from "@/components/vms/service-words.ts";
import { Bar } from "@/components/ui/bar.tsx";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { SeverityCounts } from "@/components/ui/severity-counts.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { HostRow as Host } from "@/lib/contract/api/hosts.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { formatDuration } from "@/lib/format/duration.ts";
import { HOST_COLUMNS, WHERE } from "./host-columns.ts";
import { isSilentHost } from "./is-silent-host.ts";
import { preparePips, sayPips, weightOf } from "./prepare-hosts.ts";
import { SectionPips } from "./section-pips.tsx";
import { shortSystem } from "./short-system.ts";
import { TechnologyCells } from "./technology-cells.tsx";

const NAME_WEIGHTS = { critical: "font-semibold", warning: "font-[520]", quiet: "font-[430]" } as const;
const WORST_INKS: Readonly<Record<string, string>> = {
  critical: "text-critical-ink",
  warning: "text-warning-ink",
  info: "text-info-ink",
};

/** A host in two lines; on a phone a block of four. */
export function HostRow({ host, mostVms }: { host: Host; mostVms: number }) {
  const isSilent = isSilentHost(host);
  const pips = preparePips(host);
  const isOdd = isSilent || pips.some(({ status }) => status === "partial" || status === "failed");
  return (
    <div
      role="presentation"
      className={classes(
        "grid grid-cols-[30px_minmax(0,1fr)_auto] items-center gap-y-1.5 border-b border-line py-[7px] pr-2.5 hover:bg-hover",
        "tablet:min-h-10 tablet:gap-y-0 tablet:py-0.5 tablet:pr-3 tablet:[&>*]:pr-2.5",
        HOST_COLUMNS,
        isSilent && "hatched",
      )}
    >
      <span role="cell" className="justify-self-center tablet:pr-0!">
        <Glyph word={host.freshness} label={host.freshness} />
      </span>
      <span role="rowheader" className="min-w-0">
        <Link
          href={`/hosts/${host.id}`}
          className={classes("block truncate hover:underline", NAME_WEIGHTS[weightOf(host)])}
        >
          {host.name}
        </Link>
        <small
          className={classes(
            "block truncate text-note",
            host.worst === null ? "text-ink-3" : (WORST_INKS[host.worst.severity] ?? "text-ink-2"),
          )}
          title={host.worst?.summary}
        >
          {host.retired !== null ? (
            <RetiredSince {...host.retired} />
          ) : host.worst?.rule === "host.stale" ? (
            <>
              No report since <Moment at={host.lastReportedAt} />
            </>
          ) : (
            (host.worst?.summary ?? aboutOf(host))
          )}
        </small>
      </span>
      <span role="cell" className={classes("min-w-0", WHERE.system)}>
        <span className="block truncate" title={host.osCaption ?? undefined}>
          {host.osCaption === null ? (
            <span className="text-unknown">not read</span>
          ) : (
            shortSystem(host.osCaption)
          )}
        </span>
        <small className="block text-note text-ink-3">
          {host.osBuild === null ? "build not read" : `build ${host.osBuild}`}
        </small>
      </span>
      <span
        role="cell"
        className="whitespace-nowrap max-tablet:self-start max-tablet:pl-2 max-tablet:text-right"
      >
        <TimeAgo
          at={host.lastReportedAt}
          className={classes(
            isSilent && "font-semibold text-unknown",
            host.freshness === "late" && "font-semibold text-warning-ink",
          )}
        />
        <small className="block text-note text-ink-3">every {formatDuration(host.intervalSeconds)}</small>
      </span>
      <span role="cell" className={classes("min-w-0", WHERE.agent)}>
        <b className="block truncate font-medium">{host.agentVersion}</b>
        {host.isAgentTooOld === true ? (
          <small className="block truncate text-note font-medium text-warning-ink">
            <Glyph word="warning" size={12} className="mr-1" />
            too old
          </small>
        ) : (
          <small className="block text-note text-ink-3">
            {host.agentKind === "hyperv" ? "agent" : host.agentKind}
          </small>
        )}
      </span>
      <span
        role="cell"
        className={classes(
          WHERE.sections,
          "max-tablet:order-last max-tablet:col-span-2 max-tablet:col-start-2",
          isOdd ? "max-tablet:flex max-tablet:items-center max-tablet:gap-2" : "max-tablet:hidden",
        )}
      >
        <SectionPips pips={pips} />
        <small
          className={classes("block text-note whitespace-nowrap", isOdd ? "text-unknown" : "text-ink-3")}
        >
          {sayPips(pips, isSilent)}
        </small>
      </span>
      <span
        role="cell"
        className="grid grid-cols-[28px_minmax(0,1fr)] items-center gap-2 max-tablet:col-span-2 max-tablet:col-start-2"
      >
        <Link
          href={`/vms?${new URLSearchParams({ host: host.id }).toString()}`}
          className="text-right font-semibold hover:underline"
          aria-label={`${formatPlural(host.vms, "VM")} of ${host.name}`}
        >
          {formatCount(host.vms)}
        </Link>
        <span className="min-w-0">
          <Bar
            height={10}
            total={mostVms}
            parts={HEALTH_ORDER.map((word) => ({ word, count: host.vmHealth[word] }))}
            className="mb-[3px]"
          />
          {/* Words without space wrap to a second line, which is hidden: the bar shows them, too. */}
          <span className="flex h-4 flex-wrap gap-x-[7px] overflow-hidden text-head/[16px] whitespace-nowrap">
            <VmWords host={host} />
          </span>
        </span>
      </span>
      <span role="cell" className={WHERE.findings}>
        {host.findings.critical + host.findings.warning + host.findings.info === 0 ? (
          <span className="text-note text-ink-3">none</span>
        ) : (
          <SeverityCounts counts={host.findings} />
        )}
      </span>
      <TechnologyCells host={host} />
    </div>
  );
}

function RetiredSince({ at, by }: NonNullable<Host["retired"]>) {
  return (
    <>
      retired <Moment at={at} />
      {by === null ? null : ` by ${by}`}
    </>
  );
}

const HEALTH_INKS = {
  critical: "font-semibold text-critical-ink",
  warning: "font-semibold text-warning-ink",
  unknown: "font-semibold text-unknown",
  healthy: "text-ink-3",
  inactive: "text-ink-3",
} as const;

function VmWords({ host }: { host: Host }) {
  if (host.vms === 0 && host.worst?.rule === "host.agent-rights")
    return <span className="text-unknown">not readable</span>;
  if (host.vms === 0)
    return <span className="text-ink-3">{host.retired === null ? "no VM" : "gone with it"}</span>;
  return HEALTH_ORDER.map((health) =>
    host.vmHealth[health] === 0 ? null : (
      <span key={health} className={HEALTH_INKS[health]}>
        {host.vmHealth[health]} {health}
      </span>
    ),
  );
}

/** Its system has its own column where there is room. */
function aboutOf(host: Host) {
  return (
    <>
      {host.osCaption === null ? null : (
        <span className={WHERE.noSystem}>{shortSystem(host.osCaption)} · </span>
      )}
      {hardwareOf(host)}
    </>
  );
}

function hardwareOf(host: Host): string {
  const parts = [host.manufacturer, host.model].filter((part) => part !== null && part !== "");
  const processors = host.logicalProcessors === null ? null : `${host.logicalProcessors} processors`;
  return (
    [parts.join(" "), processors].filter((part) => part !== null && part !== "").join(" · ") ||
    "hardware not read"
  );
}
