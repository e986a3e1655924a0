import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** Inside the frame: an item that does not exist, or that the user may not view. */
export default function DashboardNotFound() {
  return (
    <EmptyState
      title={<h1>This item does not exist, or you do not have permission to view it</h1>}
      actions={
        <Link href="/vms" className={buttonClass()}>
          Go to the VMs
        </Link>
      }
    >
      It may have been removed, or the address may be mistyped. If someone sent you this link, ask them.
    </EmptyState>
  );
}
