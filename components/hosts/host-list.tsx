"use client";

// Elements of a table cannot fold into blocks, as these rows do on a telephone, without losing what they mean to readers.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

import Link from "next/link";
import { useMemo, useRef } from "react";
import { HEALTH_ORDER } from "@/components/vms/service-words.ts";
import { Bar } from "@/components/ui/bar.tsx";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { SeverityCounts } from "@/components/ui/severity-counts.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import { STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { formatDuration } from "@/lib/format/duration.ts";
import { type HostLine, useHostLines } from "./use-host-lines.ts";
import { SectionPips } from "./section-pips.tsx";
import { type HostBand, prepareBands, preparePips, sayPips, weightOf } from "./prepare-hosts.ts";
import { isSilentHost } from "./is-silent-host.ts";

const COLUMNS =
  "tablet:grid-cols-[34px_minmax(160px,1.3fr)_92px_124px_minmax(170px,1fr)_84px] min-[1240px]:grid-cols-[34px_minmax(190px,1.7fr)_minmax(110px,0.5fr)_92px_104px_128px_minmax(170px,1fr)_104px]";
/** Of a tablet's width there is none for what rarely differs. */
const ON_A_DESK = "max-[1239px]:hidden";
const NAME_WEIGHTS = { critical: "font-semibold", warning: "font-[520]", quiet: "font-[430]" } as const;

/** Hosts as rows of two lines; at 390 each is a block of four. One scale for all bars of VMs. */
export function HostList({ hosts, isBanded }: { hosts: readonly HostRow[]; isBanded: boolean }) {
  const mostVms = Math.max(1, ...hosts.map(({ vms }) => vms));
  const lines = useMemo(
    () =>
      prepareBands(hosts, isBanded).flatMap((band): HostLine[] => [
        ...(band.cluster === undefined ? [] : [{ key: `band ${band.cluster ?? ""}`, band }]),
        ...band.hosts.map((host) => ({ key: host.id, host })),
      ]),
    [hosts, isBanded],
  );
  const body = useRef<HTMLDivElement>(null);
  const { items, totalHeight, measure, styleOf } = useHostLines(lines, body);
  return (
    <div role="table" aria-label="Hosts" aria-rowcount={lines.length + 1} className="bg-panel">
      <div role="rowgroup" className="sticky top-0 z-5 max-tablet:sr-only">
        <div
          role="row"
          aria-rowindex={1}
          className={classes(
            "grid border-b border-line-strong bg-ground text-head font-medium text-ink-3 tablet:pr-3 [&>*]:pt-[7px] [&>*]:pr-2.5 [&>*]:pb-[5px] [&>:first-child]:pr-0",
            COLUMNS,
          )}
        >
          <span role="columnheader">
            <span className="sr-only">Freshness</span>
          </span>
          <span role="columnheader">Host, and what it says</span>
          <span role="columnheader" className={ON_A_DESK}>
            System
          </span>
          <span role="columnheader">Reported</span>
          <span role="columnheader" className={ON_A_DESK}>
            Agent
          </span>
          <span role="columnheader">Sections</span>
          <span role="columnheader">VMs by health</span>
          <span role="columnheader">Its findings</span>
        </div>
      </div>
      <div
        ref={body}
        role="rowgroup"
        className="relative max-tablet:[--host-head:0px]"
        style={{ minHeight: totalHeight }}
      >
        {items.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <div
              key={line.key}
              ref={measure}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              className="bg-panel"
              style={styleOf(index, start)}
            >
              {"band" in line ? <Band band={line.band} /> : <Row host={line.host} mostVms={mostVms} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Band({ band }: { band: HostBand }) {
  return (
    <div role="presentation" className="border-b border-line-strong bg-sunken">
      <div role="cell" className="flex min-h-[30px] items-center gap-[7px] px-2.5 text-note">
        <b className="text-body font-semibold">{band.cluster ?? STANDALONE}</b>
        <span className="min-w-0 truncate text-ink-2">{formatPlural(band.hosts.length, "host")}</span>
        {band.notFresh.map((word) => (
          <span
            key={word}
            className={classes(
              "flex items-center gap-1 font-semibold",
              word === "late" ? "text-warning-ink" : "text-unknown",
            )}
          >
            <Glyph word={word} size={12} />
            {word}
          </span>
        ))}
        <span className="ml-auto flex items-center gap-2.5 font-semibold whitespace-nowrap">
          {formatPlural(band.vms, "VM")}
          {(["critical", "warning", "unknown"] as const).map((health) =>
            band.health[health] === 0 ? null : (
              <span key={health} className="flex items-center gap-[3px]">
                <Glyph word={health} size={12} label={health} />
                {formatCount(band.health[health])}
              </span>
            ),
          )}
        </span>
      </div>
    </div>
  );
}

const WORST_INKS: Readonly<Record<string, string>> = {
  critical: "text-critical-ink",
  warning: "text-warning-ink",
  info: "text-info-ink",
};

function Row({ host, mostVms }: { host: HostRow; mostVms: number }) {
  const isSilent = isSilentHost(host);
  const pips = preparePips(host);
  const isOdd = isSilent || pips.some(({ status }) => status === "partial" || status === "failed");
  return (
    <div
      role="presentation"
      className={classes(
        "grid grid-cols-[30px_minmax(0,1fr)_auto] items-center gap-y-1.5 border-b border-line py-[7px] pr-2.5 hover:bg-hover",
        "tablet:min-h-10 tablet:gap-y-0 tablet:py-0.5 tablet:pr-3 tablet:[&>*]:pr-2.5",
        COLUMNS,
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
          {host.retired === null ? (
            (host.worst?.summary ?? hardwareOf(host))
          ) : (
            <RetiredSince {...host.retired} />
          )}
        </small>
      </span>
      <span role="cell" className={classes("min-w-0", ON_A_DESK)}>
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
      <span role="cell" className={classes("min-w-0", ON_A_DESK)}>
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
          "max-tablet:col-span-2 max-tablet:col-start-2 max-tablet:row-start-3",
          !isOdd && "max-tablet:hidden",
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
          {/* Words that find no room fall into a second line, which is not shown: the bar says them, too. */}
          <span className="flex h-4 flex-wrap gap-x-[7px] overflow-hidden text-head/[16px] whitespace-nowrap">
            <VmWords host={host} />
          </span>
        </span>
      </span>
      <span role="cell" className="max-tablet:hidden">
        {host.findings.critical + host.findings.warning + host.findings.info === 0 ? (
          <span className="text-note text-ink-3">none</span>
        ) : (
          <SeverityCounts counts={host.findings} />
        )}
      </span>
    </div>
  );
}

function RetiredSince({ at, by }: NonNullable<HostRow["retired"]>) {
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

function VmWords({ host }: { host: HostRow }) {
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

function hardwareOf(host: HostRow): string {
  const parts = [host.manufacturer, host.model].filter((part) => part !== null && part !== "");
  const processors = host.logicalProcessors === null ? null : `${host.logicalProcessors} processors`;
  return (
    [parts.join(" "), processors].filter((part) => part !== null && part !== "").join(" · ") ||
    "hardware not read"
  );
}

function shortSystem(caption: string): string {
  return caption
    .replace(/^Microsoft\s+/i, "")
    .replace(/^Windows (?=Server)/i, "")
    .replace(/\s+(Standard|Datacenter)\b.*$/i, "");
}
