"use client";

import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { CrumbLine } from "./crumb.tsx";
import { Find } from "./find.tsx";
import { LiveSign } from "./live-sign.tsx";
import { type Person, PersonMenu } from "./person-menu.tsx";
import { Rail } from "./rail.tsx";
import { Strips } from "./strips.tsx";
import type { Theme } from "./theme.ts";
import { ThemeSwitch } from "./theme-switch.tsx";
import { useShellKeys } from "./use-shell-keys.ts";

// Neither is needed to see a page: they come when they are asked for.
const Palette = lazy(() => import("./palette.tsx").then((module) => ({ default: module.Palette })));
const KeysDialog = lazy(() => import("./keys-dialog.tsx").then((module) => ({ default: module.KeysDialog })));

/** The frame of every signed-in page. Only `main` scrolls. */
export function Shell({ person, theme, children }: { person: Person; theme: Theme; children: ReactNode }) {
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const openPalette = useCallback(() => setOpen("palette"), []);
  const openKeys = useCallback(() => setOpen("keys"), []);
  const close = useCallback(() => setOpen(null), []);
  useShellKeys({ onPalette: openPalette, onKeys: openKeys });

  return (
    <div className="shell">
      <a
        href="#main"
        className="sr-only z-50 bg-panel px-3 py-2 focus:not-sr-only focus:absolute focus:top-1 focus:left-1"
      >
        To the content
      </a>
      <Rail onSearch={openPalette} />
      <header className="top">
        <CrumbLine />
        <Find onPalette={openPalette} />
        <LiveSign />
        <ThemeSwitch theme={theme} />
        <PersonMenu person={person} />
      </header>
      <div className="work">
        <Strips />
        <main id="main" tabIndex={-1} className="page outline-none">
          {children}
        </main>
      </div>
      <Suspense>
        {open === "palette" ? <Palette onClose={close} /> : null}
        {open === "keys" ? <KeysDialog onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
