import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** A host that does not exist, never reported or may not be viewed looks the same. */
export function HostMissing() {
  return (
    <EmptyState
      title={<h1>This host does not exist, or you do not have permission to view it</h1>}
      actions={
        <Link href="/hosts" className={buttonClass()}>
          Go to the hosts
        </Link>
      }
    >
      A host gets a page with its first report. If someone sent you this link, ask them or an administrator.
    </EmptyState>
  );
}
