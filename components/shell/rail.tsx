"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "@/components/ui/classes.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { fleetQueries } from "@/lib/query/fleet.ts";
import { Mark } from "./mark.tsx";
import { type Place, placeOf, placesFor } from "./places.ts";

const MORE_ID = "more-sections";

/** Shown at the foot of a phone, beside the search. Only this many fit; the rest is under "More". */
const AT_FOOT: readonly string[] = ["/", "/vms", "/hosts", "/findings"];

/** The sections on the left; at 390 they are the foot. */
export function Rail({ isAdmin, onSearch }: { isAdmin: boolean; onSearch: () => void }) {
  const current = placeOf(usePathname());
  const places = placesFor(isAdmin);
  return (
    <nav className="rail" aria-label="Sections">
      <Link href="/" className="rail-mark" aria-label="Innkeeper, fleet">
        <Mark />
      </Link>
      {places.map(({ href, label, icon }) => (
        <Link
          key={href}
          href={href}
          // They are rarely opened and only lead on: they are not prefetched on every page.
          prefetch={href === "/settings" ? false : null}
          className={classes(
            "rail-entry",
            !AT_FOOT.includes(href) && "max-tablet:hidden tablet:last-of-type:mb-2",
            href === "/guide" && "tablet:mt-auto",
          )}
          aria-current={current?.href === href ? "page" : undefined}
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
      <button
        type="button"
        className="rail-entry tablet:hidden"
        popoverTarget={MORE_ID}
        aria-current={current === null || AT_FOOT.includes(current.href) ? undefined : "true"}
      >
        <Icon name="more" />
        More
        {isAdmin ? <WaitingAgents /> : null}
      </button>
      <MoreSections places={places.filter(({ href }) => !AT_FOOT.includes(href))} current={current} />
    </nav>
  );
}

/** A native popover: Escape, a touch outside and navigation close it. */
function MoreSections({ places, current }: { places: readonly Place[]; current: Place | null }) {
  return (
    <div id={MORE_ID} popover="auto" className="rail-more">
      {places.map(({ href, label, icon }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          className="rail-more-entry"
          aria-current={current?.href === href ? "page" : undefined}
          onClick={() => document.getElementById(MORE_ID)?.hidePopover()}
        >
          <Icon name={icon} />
          {label}
          {href === "/settings" ? <WaitingAgents /> : null}
        </Link>
      ))}
    </div>
  );
}

/** How many agents wait for a decision, which is requested only for administrators. */
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
