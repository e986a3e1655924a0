import Link from "next/link";

/** The unobtrusive link from a verdict to its meaning and how it is made. */
export function GuideLink({ href, children, about }: { href: string; children: string; about: string }) {
  return (
    <Link href={href} prefetch={false} className="guide-link" aria-label={`${children}: ${about}`}>
      {children}
    </Link>
  );
}
