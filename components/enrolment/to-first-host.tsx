import Link from "next/link";

/** Links from a page that is empty without hosts to the one that explains how to enrol the first. */
export function ToFirstHost() {
  return (
    <Link href="/" className="button" prefetch={false}>
      How to enrol the first host
    </Link>
  );
}
