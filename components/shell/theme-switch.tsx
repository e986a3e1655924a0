"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { applyTheme, readTheme, subscribeTheme, type Theme } from "./theme.ts";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: "screen", light: "sun", dark: "moon" } as const;
const WORDS: Record<Theme, string> = { system: "system", light: "light", dark: "dark" };

/** Cycles through system, light and dark. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const chosen = useSyncExternalStore(subscribeTheme, readTheme, () => theme);
  return (
    <Button
      look="quiet"
      isSquare
      aria-label={`Theme: ${WORDS[chosen]}`}
      title={`Theme: ${WORDS[chosen]}`}
      onClick={() => applyTheme(NEXT[chosen])}
    >
      <Icon name={ICONS[chosen]} />
    </Button>
  );
}
