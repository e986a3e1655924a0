import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

export default function GuideMissing() {
  return (
    <EmptyState
      title={<h1>The guide has no such page</h1>}
      actions={
        <Link href="/guide" className={buttonClass()}>
          To the guide
        </Link>
      }
    >
      Rules keep their ids for ever, so a link to one does not break. Perhaps the address was cut.
    </EmptyState>
  );
}
