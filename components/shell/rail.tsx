"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "@/components/ui/classes.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { Mark } from "./mark.tsx";
import { PERSON_MENU_ID } from "./person-menu-id.ts";
import { placeOf, placesFor } from "./places.ts";

/** At the lower end of the rail; on a telephone they are a search away. */
const LAST: readonly string[] = ["/guide", "/settings"];

/** The sections at the left; at 390 they are the foot, where search and person join them. */
export function Rail({ isAdmin, onSearch }: { isAdmin: boolean; onSearch: () => void }) {
  const current = placeOf(usePathname());
  return (
    <nav className="rail" aria-label="Sections">
      <Link href="/" className="rail-mark" aria-label="Innkeeper, fleet">
        <Mark />
      </Link>
      {placesFor(isAdmin).map(({ href, label, icon }) => (
        <Link
          key={href}
          href={href}
          // Few open them, and they only lead on: they are not fetched beforehand on every page.
          prefetch={href === "/settings" ? false : null}
          className={classes(
            "rail-entry",
            LAST.includes(href) && "max-tablet:hidden tablet:last-of-type:mb-2",
            href === "/guide" && "tablet:mt-auto",
          )}
          aria-current={current.href === href ? "page" : undefined}
        >
          <Icon name={icon} />
          {label}
          {href === "/settings" ? <WaitingAgents /> : null}
        </Link>
      ))}
      <button type="button" className="rail-entry tablet:hidden" onClick={onSearch}>
        <Icon name="search" />
        Search
      </button>
      <button type="button" className="rail-entry tablet:hidden" popoverTarget={PERSON_MENU_ID}>
        <Icon name="person" />
        You
      </button>
    </nav>
  );
}

/** How many agents wait for a decision, which only administrators are asked for. */
function WaitingAgents() {
  const { data: fleet } = useQuery(fleetQueries.view());
  const count = fleet?.waitingAgents ?? 0;
  if (count === 0) return null;
  return (
    <span className="rail-count">
      {count}
      <span className="sr-only">{count === 1 ? " agent waits" : " agents wait"}</span>
    </span>
  );
}
