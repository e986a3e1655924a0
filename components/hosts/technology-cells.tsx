// Cells of rows that fold on a phone: see host-row.tsx.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

import { classes } from "@/components/ui/classes.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import { HOST_TECHNOLOGY_COLUMNS, HOST_TECHNOLOGY_ORDER } from "./host-technologies.ts";
import { isSilentHost } from "./is-silent-host.ts";

/** On a phone the seven are on a line of their own, under their short names. */
export const TECHNOLOGY_STRIP =
  "max-tablet:grid max-tablet:grid-cols-7 max-tablet:col-span-2 max-tablet:col-start-2 tablet:contents";

/** The status of each technology, on the background of its severity. */
export function TechnologyCells({ host }: { host: HostRow }) {
  const isSilent = isSilentHost(host);
  return (
    <span role="presentation" className={TECHNOLOGY_STRIP}>
      {HOST_TECHNOLOGY_ORDER.map((technology) => {
        const { label } = HOST_TECHNOLOGY_COLUMNS[technology];
        // Nothing is known of it if its part of the report was not read.
        const status = host.acceleration[technology] ?? "unknown";
        const ground = isSilent ? undefined : host.grounds[technology];
        const words = `${label}: ${status.replaceAll("-", " ")}${ground === undefined ? "" : `, ${ground}`}`;
        return (
          <span
            key={technology}
            role="cell"
            title={words}
            className={classes(
              "relative grid place-items-center p-0! max-tablet:h-[22px] tablet:self-stretch",
              ground !== undefined && `mx-ground-${ground}`,
              isSilent && "opacity-80",
            )}
          >
            <Glyph word={status} label={words} />
          </span>
        );
      })}
    </span>
  );
}
