"use client";

import { PageError, type PageFailure } from "@/components/ui/page-error.tsx";

export default function HostError(failure: PageFailure) {
  return (
    <PageError title="This host’s page could not be drawn" {...failure}>
      The host goes on reporting; only this page failed.
    </PageError>
  );
}
