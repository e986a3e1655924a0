import type { ReactNode } from "react";

/**
 * A wide table scrolls in its own frame, which the keyboard reaches. It is positioned, so that words for screen readers
 * far to the right in it do not widen the page.
 */
export function ScrollFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
    <section className="focus-inside relative overflow-x-auto" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
