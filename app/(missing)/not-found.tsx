import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** There is no page at this address, or it may not be seen: the two look the same. */
export default function PageMissing() {
  return (
    <EmptyState
      title={<h1>There is no such page, or you may not see it</h1>}
      actions={
        <Link href="/" className={buttonClass()}>
          To the fleet
        </Link>
      }
    >
      The address may be mistyped, or what it named is gone. If somebody sent you this link, ask them.
    </EmptyState>
  );
}
