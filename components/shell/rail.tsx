"use client";

import { CircleUserRound, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Mark } from "./mark.tsx";
import { PERSON_MENU_ID } from "./person-menu.tsx";
import { PLACES, placeOf } from "./places.ts";

/** The sections at the left; at 390 they are the foot, where search and person join them. */
export function Rail({ onSearch }: { onSearch: () => void }) {
  const current = placeOf(usePathname());
  return (
    <nav className="rail" aria-label="Sections">
      <Link href="/" className="rail-mark" aria-label="Innkeeper, fleet">
        <Mark />
      </Link>
      {PLACES.map(({ href, label, Icon }) => (
        <Link
          key={href}
          href={href}
          className="rail-entry"
          aria-current={current.href === href ? "page" : undefined}
        >
          <Icon className="icon size-[18px]!" aria-hidden />
          {label}
        </Link>
      ))}
      <button type="button" className="rail-entry tablet:hidden" onClick={onSearch}>
        <Search className="icon size-[18px]!" aria-hidden />
        Search
      </button>
      <button type="button" className="rail-entry tablet:hidden" popoverTarget={PERSON_MENU_ID}>
        <CircleUserRound className="icon size-[18px]!" aria-hidden />
        You
      </button>
    </nav>
  );
}
