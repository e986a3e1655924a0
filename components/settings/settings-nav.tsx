"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon, type IconName } from "@/components/ui/icon.tsx";

const GROUPS: readonly {
  title: string;
  pages: readonly { href: string; label: string; icon: IconName }[];
}[] = [
  { title: "Fleet", pages: [{ href: "/settings/agents", label: "Enrolment and agents", icon: "key" }] },
  { title: "Access", pages: [{ href: "/settings/tokens", label: "API tokens", icon: "token" }] },
];

/** The settings pages: beside the content on a desktop, in a row above it on a phone. */
export function SettingsNav() {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Settings"
      className="border-line max-desk:flex max-desk:gap-1 max-desk:border-b max-desk:bg-panel max-desk:px-2.5 max-desk:py-1.5 desk:border-r desk:py-2.5"
    >
      {GROUPS.map(({ title, pages }) => (
        <div key={title}>
          <h2 className="px-3 pt-2.5 pb-[3px] text-head font-semibold text-ink-2 max-desk:sr-only">
            {title}
          </h2>
          {pages.map(({ href, label, icon }) => (
            <Link
              key={href}
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className="flex h-7 items-center gap-2 border-transparent px-3 text-ink-2 hover:bg-hover aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-ink max-desk:h-[34px] max-desk:border-b-3 desk:border-l-3"
            >
              <Icon name={icon} className="text-ink-3" />
              {label}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
