import Link from "next/link";

/** The quiet way from a verdict to what it means and how it is made. */
export function GuideLink({ href, children, about }: { href: string; children: string; about: string }) {
  return (
    <Link href={href} prefetch={false} className="guide-link" aria-label={`${children}: ${about}`}>
      {children}
    </Link>
  );
}
