import Link from "next/link";
import { buttonClass } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

export default function GuideMissing() {
  return (
    <EmptyState
      title={<h1>This guide page does not exist</h1>}
      actions={
        <Link href="/guide" className={buttonClass()}>
          Go to the guide
        </Link>
      }
    >
      Rule ids never change, so links to rules do not break. The address may be incomplete.
    </EmptyState>
  );
}
