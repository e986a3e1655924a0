"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { placeOf } from "./places.ts";
import { rememberPlace } from "./recent-places.ts";

export interface Crumb {
  /** The entity that the page shows. */
  name?: string | undefined;
  /** A number beside the section: "146 of 1 053". */
  note?: string | undefined;
}

const NONE: Crumb = {};
let shown: Crumb = NONE;
const listeners = new Set<() => void>();

function show(crumb: Crumb): void {
  shown = crumb;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A page sets its subject; the top bar displays it. */
export function useCrumb({ name, note }: Crumb): void {
  const pathname = usePathname();
  useEffect(() => {
    show({ name, note });
    if (name !== undefined) rememberPlace({ href: pathname, name });
    return () => show(NONE);
  }, [name, note, pathname]);
}

export function CrumbLine() {
  const place = placeOf(usePathname());
  const { name, note } = useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  );
  return (
    <div className="mr-auto min-w-0 truncate text-large font-semibold tablet:mr-0 tablet:max-w-[38%] tablet:flex-none">
      {place === null ? (
        "Page not found"
      ) : name === undefined ? (
        place.label
      ) : (
        <Link href={place.href} className="font-normal text-ink-3 hover:text-ink">
          {place.label}
        </Link>
      )}
      {name === undefined ? null : (
        <>
          <span className="px-1.5 font-normal text-line-strong">/</span>
          {name}
        </>
      )}
      {note === undefined ? null : <span className="pl-2 font-normal text-ink-3">{note}</span>}
    </div>
  );
}
