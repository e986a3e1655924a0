"use client";

import { PageError, type PageFailure } from "@/components/ui/page-error.tsx";

export default function VmError(failure: PageFailure) {
  return (
    <PageError title="This VM’s page could not be drawn" {...failure}>
      This says nothing about the VM itself. The lists and the other pages work.
    </PageError>
  );
}
