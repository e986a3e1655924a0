"use client";

import { classes } from "@/components/ui/classes.ts";
import { Glyph, type GlyphWord } from "@/components/ui/glyph.tsx";
import { Moment } from "@/components/ui/moment.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { HostView } from "@/lib/contract/api/hosts.ts";
import type { SectionView } from "@/lib/contract/api/sections.ts";
import { adviseSection } from "./prepare-host.ts";
import { isSilentHost } from "../is-silent-host.ts";
import { SENDING } from "../prepare-hosts.ts";

const GLYPHS = {
  ok: "pass",
  partial: "unknown",
  failed: "fail",
  skipped: "not-applicable",
} as const satisfies Record<SectionView["status"], GlyphWord>;

const WORDS = { ok: "read", partial: "partial", failed: "failed", skipped: "skipped" } as const;

/** The parts of the last report; a part that was not read shows the reason and what to do. */
export function SectionsPanel({ host }: { host: HostView }) {
  const isSilent = isSilentHost(host);
  const sections = host.sections.filter(({ name }) => name !== SENDING);
  return (
    <Panel
      id="sections"
      title="Data collection"
      note={
        isSilent ? (
          <>
            in the last report, <Moment at={host.lastReportedAt} />
          </>
        ) : (
          "in the last report"
        )
      }
      className={classes(isSilent && "hatched")}
    >
      {sections.length === 0 ? (
        <p className="px-3 py-3 text-ink-2">The agent did not report which parts it read.</p>
      ) : (
        <table className="table-plain">
          <caption className="sr-only">Parts of the last report</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Read</th>
              <th scope="col" className="number">
                Took
              </th>
              <th scope="col">At</th>
            </tr>
          </thead>
          <tbody>
            {sections.map((section) => (
              <Section key={section.name} section={section} isPast={isSilent} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Section({ section, isPast }: { section: SectionView; isPast: boolean }) {
  const advice = adviseSection(section);
  return (
    <tr>
      <th scope="row" className="align-top">
        <code>{section.name}</code>
      </th>
      <td>
        <Glyph word={GLYPHS[section.status]} className={isPast ? "text-mute!" : ""} /> {WORDS[section.status]}
        {section.error === null ? null : (
          <code className="block wrap-anywhere text-critical-ink">{section.error}</code>
        )}
        {advice === null ? null : <span className="block max-w-[48ch] text-note text-ink-2">{advice}</span>}
      </td>
      <td className="number align-top whitespace-nowrap text-ink-2">
        {section.durationMs === null ? "–" : formatTook(section.durationMs)}
      </td>
      <td className="align-top whitespace-nowrap text-ink-2">
        {section.collectedAt === null ? "–" : <Moment at={section.collectedAt} />}
      </td>
    </tr>
  );
}

function formatTook(durationMs: number): string {
  return durationMs < 100 ? `${durationMs} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}
