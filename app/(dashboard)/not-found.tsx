import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** A thing that is not there, or that may not be seen, inside the frame. */
export default function DashboardNotFound() {
  return (
    <EmptyState
      title={<h1>There is no such thing here, or you may not see it</h1>}
      actions={
        <Link href="/vms" className={buttonClass()}>
          To the VMs you see
        </Link>
      }
    >
      It may have been removed, or its address is mistyped. If somebody sent you this link, ask them.
    </EmptyState>
  );
}
