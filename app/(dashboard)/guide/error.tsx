"use client";

import { PageError, type PageFailure } from "@/components/ui/page-error.tsx";

export default function GuideError(failure: PageFailure) {
  return (
    <PageError title="This page of the guide could not be drawn" {...failure}>
      The other pages of the guide, and the fleet, are not touched by this.
    </PageError>
  );
}
