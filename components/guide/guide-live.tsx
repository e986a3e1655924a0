"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { NotKnown } from "@/components/ui/not-known.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { CauseView } from "@/lib/contract/api/fleet.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import type { GuideKind } from "@/lib/format/guide-href.ts";
import { findingQueries } from "@/lib/query/findings.ts";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { CapabilityShares } from "./capability-shares.tsx";
import { type LiveTrouble, prepareShares, prepareTrouble } from "./prepare-guide-live.ts";
import { Shares } from "./shares.tsx";
import { useVmsOfRules } from "./use-vms-of-rules.ts";

/** This fleet's current data for a page. */
export function GuideLive({
  kind,
  of,
  rules,
}: {
  kind: GuideKind;
  of: string;
  rules: readonly CauseView["rule"][];
}) {
  const { data: fleet } = useQuery(fleetQueries.view());
  const { data: causes } = useQuery({
    ...findingQueries.causes({ rule: rules }),
    enabled: rules.length > 0,
  });
  const listed = useVmsOfRules(rules);
  const trouble = causes && listed !== undefined ? prepareTrouble(causes, listed) : undefined;
  const isAnyReporting = fleet === undefined || fleet.freshness.fresh + fleet.freshness.late > 0;
  const shares = fleet ? prepareShares(fleet, kind, of) : [];
  const isAnyTold = kind === "capabilities" || shares.some((each) => each.shares.length > 0);
  const hasShares = kind === "services" || kind === "technologies" || kind === "capabilities";
  if (trouble === undefined && !hasShares) return null;
  return (
    <aside className="guide-live" aria-label="In this fleet, now">
      {trouble === undefined ? null : (
        <section className="guide-live-first">
          <h2>In this fleet</h2>
          {trouble.findings > 0 || isAnyReporting ? (
            <Trouble trouble={trouble} rules={rules} />
          ) : (
            <NotKnown className="guide-live-none" />
          )}
        </section>
      )}
      {hasShares && isAnyTold ? (
        <section>
          <h2>{trouble === undefined ? "In this fleet" : "By status"}</h2>
          {shares.map((each) => (
            <Shares key={each.title} {...each} />
          ))}
          {kind === "capabilities" ? <CapabilityShares capability={of} /> : null}
        </section>
      ) : null}
      {trouble === undefined || trouble.findings === 0 ? null : (
        <>
          <Places trouble={trouble} />
          <Longest trouble={trouble} />
        </>
      )}
    </aside>
  );
}

function Trouble({ trouble, rules }: { trouble: LiveTrouble; rules: readonly string[] }) {
  const { findings, vms, severity } = trouble;
  if (findings === 0)
    return (
      <p className="guide-live-none">
        <Glyph word="healthy" size={16} /> No open findings
      </p>
    );
  const query = new URLSearchParams(rules.map((rule) => ["rule", rule])).toString();
  return (
    <>
      <p className="guide-live-number">
        {formatCount(vms === 0 ? findings : vms)}
        <small>
          {vms === 0
            ? findings === 1
              ? "finding is open"
              : "findings are open"
            : vms === 1
              ? "VM has this finding"
              : "VMs have this finding"}
        </small>
      </p>
      {severity === null ? null : (
        <p className="text-note text-ink-2">
          at worst <Glyph word={severity} /> {severity}
        </p>
      )}
      <p className="guide-live-go">
        {vms === 0 ? null : (
          <Link className={buttonClass({ look: "primary" })} href={`/vms?${query}`}>
            Open the {typeof vms === "number" ? formatPlural(vms, "VM") : "VMs"}
          </Link>
        )}
        <Link className={buttonClass()} href={`/findings?${query}`}>
          {formatPlural(findings, "finding")}
        </Link>
      </p>
    </>
  );
}

function Places({ trouble: { places, morePlaces } }: { trouble: LiveTrouble }) {
  if (places.length === 0) return null;
  return (
    <section>
      <h2>Where</h2>
      <ul className="guide-places">
        {places.map(({ host, count, share }) => (
          <li key={host.id}>
            <Link href={`/hosts/${host.id}`}>
              <span className="truncate">{host.name}</span>
              <span className="h-2" aria-hidden>
                <i className="bar-part bar-warning block h-full" style={{ width: `${share * 100}%` }} />
              </span>
              <b>{formatCount(count)}</b>
            </Link>
          </li>
        ))}
      </ul>
      {morePlaces === 0 ? null : (
        <p className="text-note text-ink-3">and {formatPlural(morePlaces, "more host")}</p>
      )}
    </section>
  );
}

/** The page's name states the problem: the reason follows the colon. */
function whyOf(summary: string): string {
  return summary.slice(summary.indexOf(": ") + 1).trim();
}

function Longest({ trouble: { longest } }: { trouble: LiveTrouble }) {
  return (
    <section>
      <h2>Open longest</h2>
      <ul className="guide-longest">
        {longest.map(({ rule, host, hosts, severity, openedAt, summary }) => (
          <li key={`${rule} ${host?.id} ${severity} ${summary}`}>
            <Glyph word={severity} label={severity} />
            <Link
              className="truncate hover:underline"
              title={summary}
              href={`/findings?${new URLSearchParams({ rule, ...(host === null ? {} : { host: host.id }) }).toString()}`}
            >
              {host?.name ?? (rule.startsWith("host.") ? formatPlural(hosts, "host") : whyOf(summary))}
            </Link>
            <span>
              <TimeAgo at={openedAt} suffix="" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
