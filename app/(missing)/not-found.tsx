import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** This address has no page, or the user may not view it: the two look the same. */
export default function PageMissing() {
  return (
    <EmptyState
      title={<h1>This page does not exist, or you do not have permission to view it</h1>}
      actions={
        <Link href="/" className={buttonClass()}>
          Go to the fleet
        </Link>
      }
    >
      The address may be mistyped, or the page may have been removed. If someone sent you this link, ask them.
    </EmptyState>
  );
}
