"use client";

import { type ReactNode, useCallback, useState } from "react";
import { lazily } from "@/components/ui/lazily.tsx";
import { CrumbLine } from "./crumb.tsx";
import { Find } from "./find.tsx";
import { IsAdminProvider } from "./is-admin.tsx";
import { LiveSign } from "./live-sign.tsx";
import { placesFor } from "./places.ts";
import { Rail } from "./rail.tsx";
import { Strips } from "./strips.tsx";
import type { Theme } from "./theme.ts";
import { ThemeSwitch } from "./theme-switch.tsx";
import { useShellKeys } from "./use-shell-keys.ts";

// Neither is needed to view a page: they load on demand.
const Palette = lazily(() => import("./palette.tsx").then((module) => module.Palette));
const KeysDialog = lazily(() => import("./keys-dialog.tsx").then((module) => module.KeysDialog));

/** The frame of every signed-in page. Only `main` scrolls. */
export function Shell({
  person,
  isAdmin,
  theme,
  children,
}: {
  /** The account's button and panel, which the server renders. */
  person: ReactNode;
  isAdmin: boolean;
  theme: Theme;
  children: ReactNode;
}) {
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const openPalette = useCallback(() => setOpen("palette"), []);
  const openKeys = useCallback(() => setOpen("keys"), []);
  const close = useCallback(() => setOpen(null), []);
  const places = placesFor(isAdmin);
  useShellKeys({ places, onPalette: openPalette, onKeys: openKeys });

  return (
    <div className="shell">
      <a
        href="#main"
        className="sr-only z-50 bg-panel px-3 py-2 focus:not-sr-only focus:absolute focus:top-1 focus:left-1"
      >
        Skip to content
      </a>
      <Rail isAdmin={isAdmin} onSearch={openPalette} />
      <header className="top">
        <CrumbLine />
        <Find onPalette={openPalette} />
        <LiveSign />
        <ThemeSwitch theme={theme} />
        {person}
      </header>
      <div className="work">
        <Strips />
        <main id="main" tabIndex={-1} className="page outline-none">
          <IsAdminProvider isAdmin={isAdmin}>{children}</IsAdminProvider>
        </main>
      </div>
      {open === "palette" ? <Palette places={places} onClose={close} /> : null}
      {open === "keys" ? <KeysDialog places={places} onClose={close} /> : null}
    </div>
  );
}
