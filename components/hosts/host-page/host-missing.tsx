import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** Not there, never reported and not to be seen look the same. */
export function HostMissing() {
  return (
    <EmptyState
      title={<h1>There is no such host, or you may not see it</h1>}
      actions={
        <Link href="/hosts" className={buttonClass()}>
          To the hosts you see
        </Link>
      }
    >
      A host has a page from its first report on. If somebody sent you this link, ask them or an
      administrator.
    </EmptyState>
  );
}
