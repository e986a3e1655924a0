"use client";

import { PageError, type PageFailure } from "@/components/ui/page-error.tsx";

export default function SettingsError(failure: PageFailure) {
  return (
    <PageError title="The settings could not be displayed" {...failure}>
      Hosts keep reporting; only this page failed.
    </PageError>
  );
}
