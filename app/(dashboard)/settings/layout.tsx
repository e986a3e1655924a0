import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav.tsx";
import { requireAdminPage } from "./require-admin-page.ts";

/** For administrators. For other users these pages do not exist. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireAdminPage();
  return (
    <div className="grid min-h-full grid-cols-1 content-start desk:grid-cols-[208px_minmax(0,1fr)] desk:content-stretch">
      <SettingsNav />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
