"use client";

import { PageError, type PageFailure } from "@/components/ui/page-error.tsx";

export default function ComplianceError(failure: PageFailure) {
  return (
    <PageError title="Compliance could not be drawn" {...failure}>
      Days are kept all the same; only this page failed.
    </PageError>
  );
}
