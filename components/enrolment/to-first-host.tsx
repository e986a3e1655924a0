import Link from "next/link";

/** From a page that has nothing to show without a host to the one that says how the first one comes. */
export function ToFirstHost() {
  return (
    <Link href="/" className="button" prefetch={false}>
      How to enrol the first host
    </Link>
  );
}
