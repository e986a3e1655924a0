// Cells of rows that fold on a phone: see host-row.tsx.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { HostFacets } from "@/lib/contract/api/hosts.ts";
import { STANDALONE } from "@/lib/contract/api/no-cluster.ts";
import { formatCount, formatPlural } from "@/lib/format/count.ts";
import { HOST_BAND_COLUMNS } from "./host-columns.ts";
import { HOST_TECHNOLOGY_COLUMNS, HOST_TECHNOLOGY_ORDER } from "./host-technologies.ts";
import type { HostBand as Band } from "./prepare-hosts.ts";

/** A cluster above its hosts: its VMs summed up, and the technologies in which its nodes differ. */
export function HostBand({ band, drift }: { band: Band; drift: HostFacets["drift"] }) {
  const differing = drift.filter(({ cluster }) => cluster === band.cluster);
  return (
    <div
      role="presentation"
      className={classes(
        "border-b border-line-strong bg-sunken text-note tablet:grid tablet:pr-3",
        HOST_BAND_COLUMNS,
      )}
    >
      <div role="cell" className="flex min-h-[30px] min-w-0 items-center gap-[7px] px-2.5">
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
      <span role="presentation" className="max-tablet:hidden tablet:contents">
        {HOST_TECHNOLOGY_ORDER.map((technology) => {
          const differs = differing.find((each) => each.technology === technology);
          if (!differs) return <span key={technology} role="cell" />;
          const words = `${HOST_TECHNOLOGY_COLUMNS[technology].label}: ${differs.able} of ${differs.told} nodes have it`;
          return (
            <span key={technology} role="cell" title={words} className="mx-drift">
              <span aria-hidden>
                {differs.able}/{differs.told}
              </span>
              <span className="sr-only">{words}</span>
            </span>
          );
        })}
      </span>
    </div>
  );
}
