/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are positioned, which those of a table are not */
import type { ReactNode } from "react";

/** A message in place of rows keeps the grid valid: one row, one cell. */
export function InGrid({ children }: { children: ReactNode }) {
  return (
    <div role="rowgroup">
      <div role="row">
        <div role="gridcell">{children}</div>
      </div>
    </div>
  );
}
