import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** Not there and not to be seen look the same, so that nobody learns what is hidden. */
export function VmMissing() {
  return (
    <EmptyState
      title={<h1>There is no such VM, or you may not see it</h1>}
      actions={
        <Link href="/vms" className={buttonClass()}>
          To the VMs you see
        </Link>
      }
    >
      If somebody sent you this link, ask them or an administrator. A VM that moved keeps its address; one
      that was removed is kept here as gone.
    </EmptyState>
  );
}
