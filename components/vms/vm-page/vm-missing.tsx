import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** A VM that does not exist and one that may not be viewed look the same, so that nothing hidden is revealed. */
export function VmMissing() {
  return (
    <EmptyState
      title={<h1>This VM does not exist, or you do not have permission to view it</h1>}
      actions={
        <Link href="/vms" className={buttonClass()}>
          Go to the VMs
        </Link>
      }
    >
      If someone sent you this link, ask them or an administrator. A VM that moved keeps its address; a
      removed VM is kept here as gone.
    </EmptyState>
  );
}
