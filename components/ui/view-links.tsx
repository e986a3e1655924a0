import Link from "next/link";
import { formatCount } from "@/lib/format/count.ts";
import { classes } from "./classes.ts";

export interface ViewLink {
  label: string;
  href: string;
  isCurrent: boolean;
  /** The number that the view shows; `null` until known. */
  count: number | null;
}

/** The predefined views of a list, as a row of links above it. */
export function ViewLinks({ views }: { views: readonly ViewLink[] }) {
  return (
    <nav
      aria-label="Views"
      className="no-scrollbar flex flex-none overflow-x-auto border-b border-line px-1 tablet:px-4"
    >
      {views.map(({ label, href, isCurrent, count }) => (
        <Link
          key={label}
          href={href}
          prefetch={false}
          aria-current={isCurrent ? "page" : undefined}
          className={classes(
            "focus-inside border-b-2 px-2.5 pt-[5px] pb-1.5 text-sub whitespace-nowrap",
            isCurrent ? "border-accent font-semibold" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {label}
          {count === null ? null : <span className="font-normal text-ink-3"> {formatCount(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
