import type { ReactNode } from "react";

/** Why the list is empty: which filter to remove, and how many that would show. Never "no data". */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <output className="grid max-w-[520px] justify-items-start gap-1.5 px-4 py-6 tablet:px-7">
      <p className="text-large font-semibold">{title}</p>
      {children === undefined ? null : <div className="text-ink-2">{children}</div>}
      {actions === undefined ? null : <div className="mt-1 flex flex-wrap gap-1.5">{actions}</div>}
    </output>
  );
}
