"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classes } from "@/components/ui/classes.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { Mark } from "./mark.tsx";
import { PERSON_MENU_ID } from "./person-menu-id.ts";
import { PLACES, placeOf } from "./places.ts";

/** The sections at the left; at 390 they are the foot, where search and person join them and the guide is a search away. */
export function Rail({ onSearch }: { onSearch: () => void }) {
  const current = placeOf(usePathname());
  return (
    <nav className="rail" aria-label="Sections">
      <Link href="/" className="rail-mark" aria-label="Innkeeper, fleet">
        <Mark />
      </Link>
      {PLACES.map(({ href, label, icon }) => (
        <Link
          key={href}
          href={href}
          className={classes(
            "rail-entry",
            href === "/guide" && "max-tablet:hidden tablet:mt-auto tablet:mb-2",
          )}
          aria-current={current.href === href ? "page" : undefined}
        >
          <Icon name={icon} />
          {label}
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
