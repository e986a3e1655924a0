// Cells of rows that fold on a phone: see host-row.tsx.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

import { classes } from "@/components/ui/classes.ts";
import type { HostRow } from "@/lib/contract/api/hosts.ts";
import { HOST_COLUMNS, WHERE } from "./host-columns.ts";
import { HOST_TECHNOLOGY_COLUMNS, HOST_TECHNOLOGY_ORDER } from "./host-technologies.ts";
import { groundedHosts } from "./prepare-hosts.ts";
import { TECHNOLOGY_STRIP } from "./technology-cells.tsx";

/** On a phone only the short names of the technologies are visible. */
const ONLY_READ = "max-tablet:sr-only";

export function HostListHead({ hosts }: { hosts: readonly HostRow[] }) {
  return (
    <div role="rowgroup" className="sticky top-0 z-5">
      <div
        role="row"
        aria-rowindex={1}
        className={classes(
          "grid h-(--host-head) grid-cols-[30px_minmax(0,1fr)_auto] items-end border-b border-line-strong bg-ground text-head font-medium text-ink-3 max-tablet:pr-2.5 tablet:pr-3 [&>[role=columnheader]]:pr-2.5 tablet:[&>[role=columnheader]]:pb-[5px] [&>:first-child]:pr-0",
          HOST_COLUMNS,
        )}
      >
        <span role="columnheader" className={ONLY_READ}>
          <span className="sr-only">Freshness</span>
        </span>
        <span role="columnheader" className={ONLY_READ}>
          Host and worst finding
        </span>
        <span role="columnheader" className={WHERE.system}>
          System
        </span>
        <span role="columnheader" className={ONLY_READ}>
          Reported
        </span>
        <span role="columnheader" className={WHERE.agent}>
          Agent
        </span>
        <span role="columnheader" className={classes(ONLY_READ, WHERE.sections)}>
          Sections
        </span>
        <span role="columnheader" className={ONLY_READ}>
          VMs by health
        </span>
        <span role="columnheader" className={WHERE.findings}>
          Findings
        </span>
        <span role="presentation" className={TECHNOLOGY_STRIP}>
          {HOST_TECHNOLOGY_ORDER.map((technology) => {
            const { label, lines, short } = HOST_TECHNOLOGY_COLUMNS[technology];
            const grounded = groundedHosts(hosts, technology);
            return (
              <span
                key={technology}
                role="columnheader"
                title={`${label}: ${grounded} with a finding`}
                className="pb-[5px] text-center text-[11px]/[12px] font-stretch-[78%] text-ink max-tablet:pb-1"
              >
                <span className="sr-only">{label}</span>
                <span aria-hidden className="max-tablet:hidden">
                  {lines.map((line) => (
                    <span key={line} className="block">
                      {line}
                    </span>
                  ))}
                  <span
                    className={classes(
                      "mt-0.5 block font-semibold",
                      grounded === 0 ? "text-ink-3" : "text-warning-ink",
                    )}
                  >
                    {grounded === 0 ? "–" : grounded}
                  </span>
                </span>
                <span aria-hidden className="tablet:hidden">
                  {short}
                </span>
              </span>
            );
          })}
        </span>
      </div>
    </div>
  );
}
