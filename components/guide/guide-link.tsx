import Link from "next/link";

/** The quiet way from a verdict to what it means and how it is made. */
export function GuideLink({ href, children, about }: { href: string; children: string; about: string }) {
  return (
    <Link href={href} prefetch={false} className="guide-link">
      {children}
      <span className="sr-only">: {about}</span>
    </Link>
  );
}
