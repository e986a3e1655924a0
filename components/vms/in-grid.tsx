/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are placed, which those of a table are not */
import type { ReactNode } from "react";

/** A message where rows would stand keeps the grid whole: one row, one cell. */
export function InGrid({ children }: { children: ReactNode }) {
  return (
    <div role="rowgroup">
      <div role="row">
        <div role="gridcell">{children}</div>
      </div>
    </div>
  );
}
