"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Bar } from "@/components/ui/bar.tsx";
import { Button } from "@/components/ui/button.tsx";
import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { GenerationsView } from "@/lib/contract/api/generations.ts";
import { formatCount } from "@/lib/format/count.ts";
import type { GenerationFilter, GenerationUrl } from "./generation-search-params.ts";
import {
  GAIN_WORDS,
  SILENT_WORDS,
  VERDICT_GLYPHS,
  VERDICT_WORDS,
  VERDICTS,
  versionHref,
} from "./prepare-generations.ts";

const STATUSES = ["block", "caution", "unknown"] as const;

/** Whether they can be converted, what blocks them, what they would gain, and their configuration versions. */
export function GenerationSums({
  view,
  url,
  onToggle,
}: {
  view: GenerationsView;
  url: GenerationUrl;
  onToggle: (name: GenerationFilter, value: string) => void;
}) {
  // With little space only the verdicts are shown, so that the list starts on the first screen.
  const [isWhole, setIsWhole] = useState(false);
  const checks = view.checks.flatMap(({ key, title, ...counts }) =>
    STATUSES.flatMap((status) =>
      counts[status] === 0 ? [] : [{ value: `${key}:${status}`, title, status, vms: counts[status] }],
    ),
  );
  return (
    <div className="grid gap-2.5 border-t border-line px-2.5 py-2.5 tablet:px-4">
      <Line title="Can they be converted?">
        <Bar
          className="basis-full"
          height={10}
          parts={VERDICTS.map((verdict) => ({
            word: verdict === "ready" ? "pass" : verdict,
            count: view.verdicts[verdict] + (verdict === "unknown" ? view.silent : 0),
          }))}
        />
        {VERDICTS.map((verdict) => (
          <Choice
            key={verdict}
            isChosen={url.conversion.includes(verdict)}
            onToggle={() => onToggle("conversion", verdict)}
          >
            <Glyph word={VERDICT_GLYPHS[verdict]} />
            <b className="font-semibold">{formatCount(view.verdicts[verdict])}</b>
            {verdict} · {VERDICT_WORDS[verdict]}
          </Choice>
        ))}
        {view.silent === 0 ? null : (
          <span className="inline-flex min-h-6 items-center gap-1.5 px-1.5 text-sub text-unknown">
            <Glyph word="stale" />
            <b className="font-semibold">{formatCount(view.silent)}</b>
            {SILENT_WORDS}
          </span>
        )}
      </Line>
      <Button
        className="w-fit desk:hidden print:hidden"
        size="small"
        aria-expanded={isWhole}
        onClick={() => setIsWhole(!isWhole)}
      >
        {isWhole ? "Only the verdicts" : "Checks, gains and versions"}
      </Button>
      <div className={classes("grid gap-2.5", !isWhole && "max-desk:hidden print:grid!")}>
        {checks.length === 0 ? null : (
          <Line title="Checks not passed">
            {checks.map(({ value, title, status, vms }) => (
              <Choice
                key={value}
                isChosen={url.check.includes(value)}
                onToggle={() => onToggle("check", value)}
              >
                <Glyph word={status} label={status} />
                {title}
                <b className="font-semibold">{formatCount(vms)}</b>
              </Choice>
            ))}
          </Line>
        )}
        {view.gains.length === 0 ? null : (
          <Line title="Gains">
            {view.gains.map(({ capability, vms }) => (
              <span key={capability} className="inline-flex min-h-6 items-center gap-1.5 px-1.5 text-sub">
                <Glyph word="available" />
                {GAIN_WORDS[capability]}
                <b className="font-semibold">{formatCount(vms)}</b>
              </span>
            ))}
          </Line>
        )}
        <Line title="Version, all VMs">
          {view.configurationVersions.map(({ version, vms }) => (
            <Link key={version} href={versionHref(version)} prefetch={false} className={CHOICE}>
              {version}
              <b className="font-semibold">{formatCount(vms)}</b>
            </Link>
          ))}
        </Line>
      </div>
    </div>
  );
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-3 gap-y-1 tablet:grid-cols-[112px_minmax(0,1fr)]">
      <h2 className="pt-[3px] text-sub font-semibold">{title}</h2>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1">{children}</div>
    </section>
  );
}

const CHOICE = "inline-flex min-h-6 items-center gap-1.5 rounded-sm px-1.5 text-left text-sub hover:bg-hover";

function Choice({
  isChosen,
  onToggle,
  children,
}: {
  isChosen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onToggle}
      className={classes(CHOICE, isChosen && "bg-accent-soft")}
    >
      {children}
    </button>
  );
}
